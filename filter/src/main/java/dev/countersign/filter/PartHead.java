package dev.countersign.filter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above the bytes of a part; names of headers in lower case. */
record PartHead(
    String name,
    @Nullable String fileName,
    @Nullable String contentType,
    Map<String, List<String>> headers) {

  /** With the file name as meant, where the quoted one was written with backslashes. */
  PartHead {
    fileName = fileName == null ? null : withoutEscapes(fileName);
  }

  private static String withoutEscapes(String quoted) {
    StringBuilder plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      boolean escape = quoted.charAt(i) == '\\' && i + 1 < quoted.length();
      plain.append(quoted.charAt(escape ? ++i : i));
    }
    return plain.toString();
  }
}
