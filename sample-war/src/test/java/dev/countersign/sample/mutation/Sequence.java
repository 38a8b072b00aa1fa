package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawRequest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something in a message that consists of items in an order. */
record Sequence(Kind kind, List<String> items, Function<List<String>, Message> with) {

  private static final List<String> SEPARATORS = List.of(", ", ";", ",", " ", "\" \"", "/");

  enum Kind {
    QUERY,
    FORM,
    SEGMENTS,
    FIELDS,
    PARTS_OF_A_FIELD
  }

  static List<Sequence> of(Message message) {
    List<Sequence> all = new ArrayList<>(List.of(segments(message), query(message)));
    all.add(fields(message));
    if (message.isForm()) {
      all.add(form(message));
    }
    for (int at = 0; at < message.fields().size(); at++) {
      parts(message, at, all);
    }
    return all;
  }

  static Sequence query(Message message) {
    int mark = message.target().indexOf('?');
    String path = mark < 0 ? message.target() : message.target().substring(0, mark);
    String query = mark < 0 ? "" : message.target().substring(mark + 1);
    return new Sequence(
        Kind.QUERY,
        split(query, "&"),
        items -> message.target(items.isEmpty() ? path : path + '?' + String.join("&", items)));
  }

  static Sequence form(Message message) {
    return new Sequence(
        Kind.FORM, split(message.body(), "&"), items -> message.body(String.join("&", items)));
  }

  static Sequence fields(Message message) {
    return new Sequence(
        Kind.FIELDS,
        message.fields().stream().map(field -> field.name() + ": " + field.value()).toList(),
        items -> message.fields(items.stream().map(Sequence::field).toList()));
  }

  private static Sequence segments(Message message) {
    int mark = message.target().indexOf('?');
    String path = mark < 0 ? message.target() : message.target().substring(0, mark);
    String rest = message.target().substring(path.length());
    return new Sequence(
        Kind.SEGMENTS,
        split(path.isEmpty() ? "" : path.substring(1), "/"),
        items -> message.target('/' + String.join("/", items) + rest));
  }

  private static void parts(Message message, int at, List<Sequence> all) {
    Field field = message.fields().get(at);
    for (String separator : SEPARATORS) {
      List<String> items = split(field.value(), separator);
      if (items.size() > 1) {
        all.add(
            new Sequence(
                Kind.PARTS_OF_A_FIELD,
                items,
                others ->
                    message.field(at, new Field(field.name(), String.join(separator, others)))));
      }
    }
  }

  private static Field field(String text) {
    int colon = text.indexOf(": ");
    return new Field(text.substring(0, colon), text.substring(colon + 2));
  }

  private static List<String> split(String text, String separator) {
    return text.isEmpty()
        ? List.of()
        : java.util.Arrays.stream(text.split(java.util.regex.Pattern.quote(separator), -1))
            .collect(Collectors.toUnmodifiableList());
  }
}
