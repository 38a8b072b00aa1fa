package dev.countersign.console.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the canonical text of a caller and that of the server part. Values that the server
 * masks, as {@code <12 characters, sha-256 0123abcd>}, are compared by what the mask tells. Pure
 * and thread-safe.
 */
public final class CanonicalComparison {

  private static final Pattern MASK =
      Pattern.compile("<(\\d{1,9}) characters, sha-256 ([0-9a-f]{8})>");
  private static final String NATIVE = "countersign-1";

  /** What stands in the lines of a text of {@code countersign-1}. */
  private static final List<String> NATIVE_LINES =
      List.of(
          "the name of the scheme",
          "the app key",
          "the timestamp, as sent",
          "the nonce",
          "the environment",
          "the method",
          "the authority: the host in lower case, with its port unless that is 80 or 443",
          "the path, raw, exactly as on the request line",
          "the query, raw, without '?'",
          "the Content-Type, as sent",
          "the Content-Encoding, as sent",
          "the SHA-256 of the body, in base64",
          "the names of further signed headers");

  private CanonicalComparison() {}

  /**
   * Compares them line by line. A carriage return before a line feed counts: signers on Windows
   * write it by mistake.
   *
   * @param presented the text that the caller signed
   * @param built the text that the server built, as a refusal with diagnostics shows it
   */
  public static Permits.Difference of(String presented, String built) {
    String[] mine = presented.split("\n", -1);
    String[] theirs = built.split("\n", -1);
    for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
      String one = i < mine.length ? mine[i] : null;
      String other = i < theirs.length ? theirs[i] : null;
      if (one == null || other == null || !isSame(one, other)) {
        boolean isNative = NATIVE.equals(theirs[0].strip());
        return new Permits.Difference(
            false, i + 1, column(one, other), one, other, hint(one, other, isNative, i));
      }
    }
    return new Permits.Difference(true, null, null, null, null, null);
  }

  private static boolean isSame(String mine, String theirs) {
    if (mine.equals(theirs)) {
      return true;
    }
    Matcher mask = MASK.matcher(theirs);
    if (!mask.find() || !mine.startsWith(theirs.substring(0, mask.start()))) {
      return false;
    }
    String tail = theirs.substring(mask.end());
    if (!mine.endsWith(tail) || mine.length() < mask.start() + tail.length()) {
      return false;
    }
    String value = mine.substring(mask.start(), mine.length() - tail.length());
    return value.length() == Integer.parseInt(mask.group(1))
        && DigestUtils.sha256Hex(value.getBytes(StandardCharsets.UTF_8)).startsWith(mask.group(2));
  }

  private static int column(@Nullable String mine, @Nullable String theirs) {
    if (mine == null || theirs == null) {
      return 1;
    }
    int column = 0;
    while (column < mine.length()
        && column < theirs.length()
        && mine.charAt(column) == theirs.charAt(column)) {
      column++;
    }
    return column + 1;
  }

  private static @Nullable String hint(
      @Nullable String mine, @Nullable String theirs, boolean isNative, int index) {
    if (mine == null) {
      return "the caller's text ends too early";
    }
    if (theirs == null) {
      return mine.isEmpty()
          ? "the caller's text ends with a line feed too many"
          : "the caller's text has more lines than it should";
    }
    if (mine.strip().equals(theirs.strip())) {
      return mine.endsWith("\r")
          ? "the caller's lines end in CR LF instead of LF"
          : "only white space at an end of the line differs";
    }
    if (mine.equalsIgnoreCase(theirs)) {
      return "only upper and lower case differ";
    }
    return isNative && index < NATIVE_LINES.size()
        ? "this line is " + NATIVE_LINES.get(index)
        : null;
  }
}
