package dev.countersign.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of curl for a shell, in which nothing but what is quoted is read by the shell, and nothing
 * is changed by curl.
 */
record CurlLine(
    String method,
    String url,
    Map<String, String> headers,
    @Nullable String data,
    @Nullable String dataFile) {

  String text() {
    List<String> words = new ArrayList<>(List.of("curl", "--path-as-is", "--globoff"));
    if (method.equals("HEAD")) {
      words.add("--head");
    } else {
      words.addAll(List.of("--request", quoted(method)));
    }
    headers.forEach(
        (name, value) -> words.addAll(List.of("--header", quoted(name + ": " + value))));
    if (data != null) {
      words.addAll(List.of("--data-raw", quoted(data)));
    } else if (dataFile != null) {
      words.addAll(List.of("--data-binary", quoted("@" + dataFile)));
    }
    words.add(quoted(url));
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
