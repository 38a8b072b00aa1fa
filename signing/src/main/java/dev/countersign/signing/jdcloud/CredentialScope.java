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

/**
 * A credential: the app key, and the scope that its derived key is good for.
 *
 * @param day of the signature
 */
record CredentialScope(Version version, AppKey appKey, String day, String region, String service) {

  private static final int PARTS = 5;
  private static final int MAX_PART_LENGTH = 64;

  /**
   * Reads {@code <app key>/<day>/<region>/<service>/<termination>}.
   *
   * @param date the signed instant: a derived key may have been handed on, and is good for its own
   *     day only
   */
  static CredentialScope parse(
      Version version, String credential, CompactInstant date, JdcloudOptions options)
      throws UnreadableSignatureException {
    String[] parts = credential.split("/", PARTS + 1);
    if (parts.length != PARTS
        || !parts[4].equals(version.termination())
        || !AppKey.isValid(parts[0])) {
      throw malformed("Credential is <app key>/<day>/<region>/<service>/" + version.termination());
    }
    if (!parts[1].equals(date.day())) {
      throw malformed("Credential: the day is that of x-jdcloud-date");
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

  /** The key of this scope. */
  Hmac key(Secret secret) {
    byte[] bytes = secret.reveal();
    Hmac key = key(bytes);
    Arrays.fill(bytes, (byte) 0);
    return key;
  }

  /** The key of this scope, for the bytes of a secret of any length. */
  Hmac key(byte[] secret) {
    byte[] prefix = version.name().getBytes(StandardCharsets.US_ASCII);
    byte[] start = Arrays.copyOf(prefix, prefix.length + secret.length);
    System.arraycopy(secret, 0, start, prefix.length, secret.length);
    byte[] key = derive(start, day);
    Arrays.fill(start, (byte) 0);
    key = derive(key, region);
    key = derive(key, service);
    return Hmac.of(Hmac.Algorithm.SHA256, derive(key, version.termination()));
  }

  private static byte[] derive(byte[] key, String part) {
    return Hmac.of(Hmac.Algorithm.SHA256, key).compute(part.getBytes(StandardCharsets.US_ASCII));
  }
}
