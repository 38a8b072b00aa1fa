package dev.countersign.signing.aws4;

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
 * @param day as sent, eight digits or not: a wrong one gives a wrong text
 */
record CredentialScope(AppKey appKey, String day, String region, String service) {

  private static final String TERMINATION = "aws4_request";
  private static final byte[] KEY_PREFIX = "AWS4".getBytes(StandardCharsets.US_ASCII);
  private static final int PARTS = 5;
  private static final int MAX_PART_LENGTH = 64;

  /** Reads {@code <app key>/<day>/<region>/<service>/aws4_request}. */
  static CredentialScope parse(String credential, Aws4Options options)
      throws UnreadableSignatureException {
    String[] parts = credential.split("/", PARTS + 1);
    if (parts.length != PARTS || !parts[4].equals(TERMINATION) || !AppKey.isValid(parts[0])) {
      throw malformed("Credential is <app key>/<day>/<region>/<service>/aws4_request");
    }
    return new CredentialScope(
        new AppKey(parts[0]),
        part("day", parts[1], ""),
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
    return day + "/" + region + "/" + service + "/" + TERMINATION;
  }

  /**
   * The key of this scope on the day of the signature. It is not the day that the scope names: a
   * derived key may have been handed on, and is good for its own day only. A scope of another day
   * so never matches.
   */
  Hmac key(Secret secret, CompactInstant date) {
    byte[] start = start(secret);
    byte[] key = derive(start, date.day());
    Arrays.fill(start, (byte) 0);
    key = derive(key, region);
    key = derive(key, service);
    return Hmac.of(Hmac.Algorithm.SHA256, derive(key, TERMINATION));
  }

  private static byte[] start(Secret secret) {
    byte[] bytes = secret.reveal();
    byte[] start = Arrays.copyOf(KEY_PREFIX, KEY_PREFIX.length + bytes.length);
    System.arraycopy(bytes, 0, start, KEY_PREFIX.length, bytes.length);
    Arrays.fill(bytes, (byte) 0);
    return start;
  }

  private static byte[] derive(byte[] key, String part) {
    return Hmac.of(Hmac.Algorithm.SHA256, key).compute(part.getBytes(StandardCharsets.US_ASCII));
  }
}
