package dev.countersign.signing.countersign1;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.Headers;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Optional;

/**
 * The native scheme {@code countersign-1}; its rules are those of docs/protocol.md. Immutable and
 * thread-safe.
 */
public final class Countersign1Scheme implements SignatureScheme {

  private static final int MAC_BYTES = 32;

  private Countersign1Scheme() {}

  /** The scheme; it has no options. */
  public static Countersign1Scheme create() {
    return new Countersign1Scheme();
  }

  @Override
  public String id() {
    return Countersign1Headers.SCHEME_ID;
  }

  @Override
  public boolean isForeign() {
    return false;
  }

  @Override
  public boolean recognises(Headers headers) {
    return Countersign1Headers.MARKS.stream().anyMatch(headers::contains);
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    MacTag tag = tag(SingleHeader.required(request.headers(), Countersign1Headers.SIGNATURE));
    Countersign1CanonicalRequest text = Countersign1Reader.read(request);
    return new PresentedSignature(
        id(),
        text.appKey(),
        Countersign1Timestamp.parse(text.timestamp()),
        new Replay.Nonce(text.nonce()),
        text.environment(),
        tag,
        secret -> secret.hmac(Hmac.Algorithm.SHA256),
        new Coverage.DeclaredDigest(text, text.digest()));
  }

  @Override
  public String challenge(String realm) {
    return "Countersign realm=\"" + realm + "\"";
  }

  private static MacTag tag(String signature) throws UnreadableSignatureException {
    if (isOtherVersion(signature)) {
      throw unsupported("X-App-Signature: this version of the scheme is not spoken here, use v1=");
    }
    return Optional.of(signature)
        .filter(value -> value.startsWith(Countersign1Headers.SIGNATURE_VERSION))
        .map(value -> value.substring(Countersign1Headers.SIGNATURE_VERSION.length()))
        .flatMap(base64 -> StrictBase64.decode(base64, MAC_BYTES))
        .map(MacTag::of)
        .orElseThrow(
            () ->
                malformed(
                    "X-App-Signature is v1= and the padded base64 of 32 bytes, in its one spelling"));
  }

  private static boolean isOtherVersion(String signature) {
    int digits = 1;
    while (digits < signature.length()
        && signature.charAt(digits) >= '0'
        && signature.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 1
        && signature.charAt(0) == 'v'
        && signature.startsWith("=", digits)
        && !signature.startsWith(Countersign1Headers.SIGNATURE_VERSION);
  }
}
