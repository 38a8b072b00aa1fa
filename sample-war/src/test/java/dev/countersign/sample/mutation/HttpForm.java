package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawRequest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What of a message is left when the spelling is taken away that HTTP itself gives no meaning to
 * (RFC 9110, 9112): the case of field names, the order of different fields, white space around
 * values and words of the request line, folded and empty lines, a length that is true, which of
 * both versions 1.x this hop speaks, and in which letters it says so: Jetty takes any. Two messages
 * with one form are the same request, so neither is a change of the other.
 */
record HttpForm(String line, Map<String, List<String>> fields, String body) {

  private static final Pattern FOLD = Pattern.compile("[ \t]*\r?\n[ \t]+");

  static HttpForm of(Message message) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (Field field : message.fields()) {
      fields
          .computeIfAbsent(field.name().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
          .add(FOLD.matcher(field.value()).replaceAll(" ").replaceAll("^[ \t]+|[ \t]+$", ""));
    }
    fields.remove("content-length", List.of(Integer.toString(message.body().length())));
    String line = message.line().replaceAll("[ \t]+", " ").replaceFirst("^[\r\n]+| $", "");
    return new HttpForm(
        line.replaceFirst("(?i) HTTP/1\\.[01]$", " HTTP/1.1"), fields, message.body());
  }
}
