package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Header values as the canonical request holds them, and as strangers may see them. */
final class HeaderValue {

  private static final int MAX_LENGTH = 8192;
  private static final Set<String> SHOWN =
      Set.of(
          SignedHeaders.HOST,
          SignedHeaders.DATE,
          SignedHeaders.NONCE,
          SignedHeaders.ALGORITHM,
          SignedHeaders.PAYLOAD,
          SignedHeaders.CONTENT_TYPE,
          "content-length");

  private HeaderValue() {}

  /** The one value without its outer white space. */
  static String trimmed(List<String> values) throws UnreadableSignatureException {
    if (values.size() != 1) {
      throw malformed(
          values.isEmpty()
              ? "a header that SignedHeaders names is missing"
              : "a signed header occurs more than once");
    }
    String value = values.get(0);
    if (value.length() > MAX_LENGTH) {
      throw malformed("a signed header is longer than " + MAX_LENGTH + " characters");
    }
    if (!value.chars().allMatch(HeaderValue::isText)) {
      throw malformed("a signed header holds a control character, or more than a byte holds");
    }
    return trimmed(value);
  }

  /** The value with every run of white space inside as one space. */
  static String collapsed(String trimmed) {
    StringBuilder out = new StringBuilder(trimmed.length());
    boolean gap = false;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (isBlank(c)) {
        gap = true;
      } else {
        out.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return out.toString();
  }

  /** The value, or its length and the start of its hash where it could be a credential. */
  static String shown(String name, String value) {
    return SHOWN.contains(name)
        ? value
        : "<"
            + value.length()
            + " characters, sha-256 "
            + DigestUtils.sha256Hex(value).substring(0, 8)
            + ">";
  }

  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isText(int c) {
    return (c >= ' ' && c != 0x7F && c <= 0xFF) || c == '\t';
  }
}
