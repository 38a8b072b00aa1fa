package dev.countersign.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a server answered, with header names in lower case. */
record Answer(int status, Map<String, List<String>> headers, String text) {

  List<String> values(String header) {
    return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }

  /** The one value of a header, or the empty text. */
  String header(String header) {
    List<String> values = values(header);
    if (values.size() > 1) {
      throw new AssertionError(header + " occurs " + values.size() + " times");
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /** The code of a problem document, or what was answered instead. */
  String code() {
    return header("content-type").startsWith("application/problem+json")
        ? json().path("code").asText()
        : status + " without a problem document: " + text;
  }
}
