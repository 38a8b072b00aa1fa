package dev.countersign.signing.aws4;

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
          SignedHeaders.PAYLOAD,
          SignedHeaders.CONTENT_TYPE,
          "content-length");

  private HeaderValue() {}

  /** Outer white space removed, inner runs as one space, several values joined by commas. */
  static String canonical(String name, List<String> values, boolean repeatable)
      throws UnreadableSignatureException {
    if (values.isEmpty()) {
      throw malformed("a header that SignedHeaders names is missing");
    }
    if (values.size() > 1 && !repeatable) {
      throw malformed("a signed header occurs more than once");
    }
    StringBuilder out = new StringBuilder();
    for (String value : values) {
      if (out.length() + value.length() > MAX_LENGTH) {
        throw malformed("a signed header is longer than " + MAX_LENGTH + " characters");
      }
      collapse(value, out.append(out.length() > 0 ? "," : ""));
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

  private static void collapse(String value, StringBuilder out)
      throws UnreadableSignatureException {
    int start = out.length();
    boolean gap = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        gap = out.length() > start;
        continue;
      }
      if (c < ' ' || c == 0x7F || c > 0xFF) {
        throw malformed("a signed header holds a control character, or more than a byte holds");
      }
      out.append(gap ? " " : "").append(c);
      gap = false;
    }
  }
}
