package dev.countersign.console.rest;

import dev.countersign.persistence.management.ExpectedVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as entity tags (RFC 9110 section 8.8.3). */
final class Etags {

  private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  private Etags() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  static ExpectedVersion expected(String ifMatch) {
    if (ifMatch.equals("*")) {
      return ExpectedVersion.ANY;
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw RestFault.malformed("If-Match holds one ETag as it was answered, or *");
    }
    return ExpectedVersion.of(Long.parseLong(tag.group(1)));
  }
}
