package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.rfc9421.BareItem.Kind;
import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The parameters of a signature (RFC 9421 section 2.3); all of them are signed. */
record SignatureParameters(AppKey keyId, Instant created, Lifetime lifetime, Replay replay) {

  private static final String ALGORITHM = "hmac-sha256";
  private static final int MAX_NONCE_LENGTH = 256;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final Map<String, Kind> KNOWN =
      Map.of(
          "created", Kind.INTEGER,
          "expires", Kind.INTEGER,
          "nonce", Kind.STRING,
          "alg", Kind.STRING,
          "keyid", Kind.STRING,
          "tag", Kind.STRING);

  static SignatureParameters of(Map<String, BareItem> sent) throws UnreadableSignatureException {
    for (Map.Entry<String, BareItem> parameter : sent.entrySet()) {
      if (KNOWN.get(parameter.getKey()) != parameter.getValue().kind()) {
        throw malformed("Signature-Input has an unknown parameter, or one of the wrong type");
      }
    }
    checkAlgorithm(text(sent, "alg"));
    Optional<String> expires = text(sent, "expires");
    Optional<String> nonce = text(sent, "nonce");
    return new SignatureParameters(
        keyId(text(sent, "keyid")),
        instant(text(sent, "created").orElseThrow(() -> malformed("created is missing"))),
        expires.isPresent()
            ? new Lifetime.WindowUntil(instant(expires.get()))
            : new Lifetime.Window(),
        nonce.isPresent() ? nonce(nonce.get()) : new Replay.Signature(true));
  }

  /** The key decides the algorithm; a request may only agree (RFC 9421 section 7.3.6). */
  private static void checkAlgorithm(Optional<String> stated) throws UnreadableSignatureException {
    if (stated.isPresent() && !stated.get().equals(ALGORITHM)) {
      throw unsupported("alg: only hmac-sha256 is spoken here");
    }
  }

  private static AppKey keyId(Optional<String> stated) throws UnreadableSignatureException {
    return stated
        .filter(AppKey::isValid)
        .map(AppKey::new)
        .orElseThrow(() -> malformed("keyid is 5 to 128 of A-Z, a-z, 0-9, '_' and '-'"));
  }

  private static Instant instant(String seconds) throws UnreadableSignatureException {
    long number = Long.parseLong(seconds);
    if (number < 0 || number > LAST_SECOND) {
      throw malformed("created and expires are seconds since 1970");
    }
    return Instant.ofEpochSecond(number);
  }

  private static Replay nonce(String value) throws UnreadableSignatureException {
    if (value.isBlank() || value.length() > MAX_NONCE_LENGTH) {
      throw malformed("nonce has 1 to " + MAX_NONCE_LENGTH + " characters");
    }
    return new Replay.Nonce(value);
  }

  private static Optional<String> text(Map<String, BareItem> sent, String name) {
    return Optional.ofNullable(sent.get(name)).map(BareItem::text);
  }
}
