package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A request in which everything may be wrong: a line, fields and a body of characters that are one
 * byte each. Immutable.
 */
record Message(String line, List<Field> fields, String body) {

  private static final String VERSION = " HTTP/1.1";
  private static final Pattern PLAIN_LINE =
      Pattern.compile("(?!HEAD |CONNECT )[^\\s\\x00]+ [^\\s\\x00]+ HTTP/1\\.1");
  private static final Pattern PLAIN_FIELD = Pattern.compile("[^\\r\\n\\x00]*");
  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "connection", "expect", "upgrade");

  Message {
    fields = List.copyOf(fields);
  }

  static Message of(RawRequest request) {
    return new Message(
        request.method() + ' ' + request.target() + VERSION,
        request.headers(),
        Macs.text(request.body()));
  }

  /** What a signer may take it for. */
  RawRequest request() {
    RawRequest request = RawRequest.of(method(), target());
    for (Field field : fields) {
      request = request.add(field.name(), field.value());
    }
    return request.body(Macs.bytes(body));
  }

  String method() {
    return line.substring(0, Math.max(line.indexOf(' '), 0));
  }

  String target() {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    return first < last ? line.substring(first + 1, last) : "";
  }

  Message line(String other) {
    return new Message(other, fields, body);
  }

  Message target(String other) {
    return line(method() + ' ' + other + line.substring(Math.max(line.lastIndexOf(' '), 0)));
  }

  Message body(String other) {
    return new Message(line, fields, other);
  }

  Message fields(List<Field> others) {
    return new Message(line, others, body);
  }

  Message field(int at, Field other) {
    List<Field> changed = new ArrayList<>(fields);
    changed.set(at, other);
    return fields(changed);
  }

  /** Changes the values of a name. */
  Message values(String name, UnaryOperator<String> change) {
    return fields(
        fields.stream()
            .map(
                field ->
                    field.name().equalsIgnoreCase(name)
                        ? new Field(field.name(), change.apply(field.value()))
                        : field)
            .toList());
  }

  String value(String name) {
    return request().header(name).orElse("");
  }

  boolean isForm() {
    return value("Content-Type")
        .strip()
        .toLowerCase(Locale.ROOT)
        .startsWith("application/x-www-form-urlencoded");
  }

  /** Whether every server sees one request in it, and sees where that ends. */
  boolean isOneForSure() {
    return PLAIN_LINE.matcher(line).matches()
        && fields.stream().allMatch(Message::isPlain)
        && fields.stream()
            .noneMatch(field -> FRAMING.contains(field.name().toLowerCase(Locale.ROOT)));
  }

  private static boolean isPlain(Field field) {
    return PLAIN_FIELD.matcher(field.name() + field.value()).matches();
  }

  /** With the length of the body, where no field speaks of it. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(line + "\r\n");
    fields.forEach(field -> text.append(field.name() + ": " + field.value() + "\r\n"));
    boolean counted = fields.stream().anyMatch(f -> f.name().equalsIgnoreCase("Content-Length"));
    if (!counted && (!body.isEmpty() || line.startsWith("P"))) {
      text.append("Content-Length: " + body.length() + "\r\n");
    }
    return Macs.bytes(text + "\r\n" + body);
  }
}
