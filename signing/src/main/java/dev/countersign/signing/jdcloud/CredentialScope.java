package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.Secret;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A credential: the app key, and the scope that its derived key is good for.
 *
 * @param day as stated
 */
record CredentialScope(Version version, AppKey appKey, String day, String region, String service) {

  private static final Pattern DAY = Pattern.compile("[0-9]{8}");
  private static final int PARTS = 5;
  private static final int MAX_PART_LENGTH = 64;

  /** Reads {@code <app key>/<day>/<region>/<service>/<termination>}. */
  static CredentialScope parse(Version version, String credential, JdcloudOptions options)
      throws UnreadableSignatureException {
    String[] parts = credential.split("/", PARTS + 1);
    if (parts.length != PARTS
        || !parts[4].equals(version.termination())
        || !AppKey.isValid(parts[0])) {
      throw malformed("Credential is <app key>/<day>/<region>/<service>/" + version.termination());
    }
    if (!DAY.matcher(parts[1]).matches()) {
      throw malformed("Credential: the day is eight digits");
    }
    return new CredentialScope(
        version,
        new AppKey(parts[0]),
        parts[1],
        part("region", parts[2], options.region()),
        part("service", parts[3], options.service()));
  }

  private static String part(String name, String value, String only)
      throws UnreadableSignatureException {
    if (!Tokens.isIdentifier(value, 1, MAX_PART_LENGTH)) {
      throw malformed("Credential: the " + name + " is 1 to 64 of A-Z, a-z, 0-9, '_' and '-'");
    }
    if (!only.isEmpty() && !only.equals(value)) {
      throw malformed("Credential: this " + name + " is not the one served here");
    }
    return value;
  }

  /** The scope as the string to sign holds it. */
  String text() {
    return day + "/" + region + "/" + service + "/" + version.termination();
  }

  /**
   * The key of this scope on the day of the signature. It is not the day that the scope names: a
   * derived key may have been handed on, and is good for its own day only. A scope of another day
   * so never matches.
   */
  Hmac key(Secret secret, CompactInstant date) {
    byte[] bytes = secret.reveal();
    Hmac key = key(bytes, date);
    Arrays.fill(bytes, (byte) 0);
    return key;
  }

  /** The same for the bytes of a secret of any length. */
  Hmac key(byte[] secret, CompactInstant date) {
    byte[] prefix = version.name().getBytes(StandardCharsets.US_ASCII);
    byte[] start = Arrays.copyOf(prefix, prefix.length + secret.length);
    System.arraycopy(secret, 0, start, prefix.length, secret.length);
    byte[] key = derive(start, date.day());
    Arrays.fill(start, (byte) 0);
    key = derive(key, region);
    key = derive(key, service);
    return Hmac.of(Hmac.Algorithm.SHA256, derive(key, version.termination()));
  }

  private static byte[] derive(byte[] key, String part) {
    return Hmac.of(Hmac.Algorithm.SHA256, key).compute(part.getBytes(StandardCharsets.US_ASCII));
  }
}
