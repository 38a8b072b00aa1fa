package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Query;
import dev.countersign.sample.wire.Query.Pair;
import dev.countersign.sample.wire.RawRequest.Field;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What two requests may differ in and still be one to a scheme. Each takes its difference away: two
 * messages that are the same afterwards differ in nothing else.
 */
enum Equivalence {
  FRAGMENT,
  HOST_SPELLING,
  INNER_BLANKS,
  UNLISTED_FIELD,
  SPELLING_OF_LISTS,
  DEFAULT_METHOD,
  DIGEST_OF_NOTHING,
  QUERY_OR_FORM,
  ESCAPES,
  BARE_NAME,
  ORDER_OF_PARAMETERS,
  EMPTY_QUERY;

  private static final Pattern NAMES = Pattern.compile("headers=\"[^\"]*\"");
  private static final String NOTHING = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

  Message plain(Client client, Message message) {
    return switch (this) {
      case FRAGMENT -> message.target(message.target().replaceFirst("#.*$", ""));
      case HOST_SPELLING ->
          message.values(
              "Host", host -> host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", ""));
      case INNER_BLANKS ->
          message.fields(message.fields().stream().map(Equivalence::oneBlank).toList());
      case UNLISTED_FIELD -> message.fields(listed(client, message));
      case SPELLING_OF_LISTS ->
          message
              .values("Authorization", Equivalence::sortedParts)
              .values("X-Ca-Signature-Headers", list -> sortedParts(list.toLowerCase(Locale.ROOT)));
      case DEFAULT_METHOD -> without(message, "X-Ca-Signature-Method", "HmacSHA256");
      case DIGEST_OF_NOTHING ->
          message.body().isEmpty() ? without(message, "Content-Digest", NOTHING) : message;
      case QUERY_OR_FORM -> message.isForm() ? pooled(message) : message;
      case ESCAPES -> {
        Message body = message.isForm() ? escapes(Sequence.form(message)) : message;
        yield path(escapes(Sequence.query(body)));
      }
      case BARE_NAME ->
          each(
              message,
              items ->
                  items.map(item -> item.replaceFirst("=$", "")).filter(item -> !item.isEmpty()));
      case ORDER_OF_PARAMETERS -> each(message, Stream::sorted);
      case EMPTY_QUERY -> message.target(message.target().replaceFirst("\\?$", ""));
    };
  }

  private static Field oneBlank(Field field) {
    return new Field(field.name(), field.value().strip().replaceAll("[ \t]+", " "));
  }

  private static Message pooled(Message message) {
    Sequence query = Sequence.query(message);
    Stream<String> all =
        Stream.concat(query.items().stream(), Sequence.form(message).items().stream());
    return Sequence.query(message.body("")).with().apply(all.toList());
  }

  /** Fields that stand in a list of signed ones, or that the scheme knows. */
  private static List<Field> listed(Client client, Message message) {
    String lists =
        "%s %s %s"
            .formatted(
                message.value("Authorization"),
                message.value("X-Ca-Signature-Headers"),
                message.value("Signature-Input"))
            .toLowerCase(Locale.ROOT);
    return message.fields().stream()
        .filter(
            field ->
                client.knows(field.name())
                    || List.of(lists.split("[^a-z0-9-]+"))
                        .contains(field.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Message without(Message message, String name, String value) {
    return message.fields(
        message.fields().stream()
            .filter(f -> !(f.name().equalsIgnoreCase(name) && f.value().strip().equals(value)))
            .toList());
  }

  /** Tencent's list of names may be in any case, as Alibaba's. */
  private static String sortedParts(String list) {
    Matcher names = NAMES.matcher(list);
    String value = names.replaceFirst(found -> found.group().toLowerCase(Locale.ROOT));
    return Stream.of(value.replaceFirst("^(\\S+) ", "$1,").split("[ \t]*,[ \t]*", -1))
        .sorted()
        .reduce("", (all, part) -> all + ',' + part);
  }

  private static Message each(Message message, UnaryOperator<Stream<String>> change) {
    Sequence query = Sequence.query(message);
    Message changed = query.with().apply(change.apply(query.items().stream()).toList());
    Sequence form = Sequence.form(changed);
    return changed.isForm()
        ? form.with().apply(change.apply(form.items().stream()).toList())
        : changed;
  }

  private static Message escapes(Sequence pieces) {
    return pieces.with().apply(pieces.items().stream().map(Equivalence::escapes).toList());
  }

  private static String escapes(String piece) {
    Pair pair = Query.pairs(piece).stream().findFirst().orElse(new Pair("", ""));
    Pair anew = pair.each(text -> Query.encoded(Query.decoded(text)));
    return piece.contains("=") ? anew.name() + '=' + anew.value() : anew.name();
  }

  private static Message path(Message message) {
    String[] target = message.target().split("\\?", 2);
    List<String> segments =
        Stream.of(target[0].split("/", -1))
            .map(segment -> Query.encoded(Query.decoded(segment)))
            .toList();
    return message.target(String.join("/", segments) + (target.length > 1 ? '?' + target[1] : ""));
  }
}
