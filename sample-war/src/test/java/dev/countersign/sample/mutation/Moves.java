package dev.countersign.sample.mutation;

import dev.countersign.sample.mutation.Sequence.Kind;
import dev.countersign.sample.wire.Query;
import dev.countersign.sample.wire.RawRequest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thing taken from where it stands and put to another place, in the spelling used there. */
final class Moves {

  private static final List<String> OTHER_NAMES =
      List.of("Date", "X-Date", "Proxy-Authorization", "X-Tenant", "X-App-Key", "Content-Type");

  private Moves() {}

  static Message moved(Message message, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> betweenQueryAndBody(message, random);
      case 1 -> fromQueryToField(message, random);
      case 2 -> fromFieldToQuery(message, random);
      case 3 -> fromFieldToBody(message, random);
      case 4 -> fromFieldToField(message, random);
      default -> acrossABoundary(message, random);
    };
  }

  private static Message betweenQueryAndBody(Message message, Random random) {
    Sequence query = Sequence.query(message);
    if (message.isForm() && random.nextBoolean()) {
      Taken parameter = Taken.from(Sequence.form(message), random);
      return Sequence.query(parameter.rest()).with().apply(and(query.items(), parameter.item()));
    }
    Taken parameter = Taken.from(query, random);
    List<String> form = message.body().isEmpty() ? List.of() : List.of(message.body());
    return parameter.rest().body(String.join("&", and(form, parameter.item())));
  }

  private static Message fromQueryToField(Message message, Random random) {
    Sequence query = Sequence.query(message);
    Taken parameter = Taken.from(query, random);
    String[] pair = parameter.item().split("=", 2);
    return query.items().isEmpty() || pair[0].isEmpty()
        ? message
        : with(parameter.rest(), new Field(pair[0], pair.length > 1 ? pair[1] : ""));
  }

  private static Message fromFieldToQuery(Message message, Random random) {
    Taken field = Taken.from(Sequence.fields(message), random);
    Sequence query = Sequence.query(field.rest());
    return query.with().apply(and(query.items(), asParameter(field.item())));
  }

  private static Message fromFieldToBody(Message message, Random random) {
    Taken field = Taken.from(Sequence.fields(message), random);
    return field.rest().body(message.body() + "&" + asParameter(field.item()));
  }

  private static Message fromFieldToField(Message message, Random random) {
    int at = random.nextInt(message.fields().size());
    String name = OTHER_NAMES.get(random.nextInt(OTHER_NAMES.size()));
    return message.field(at, new Field(name, message.fields().get(at).value()));
  }

  /** The last character of one value becomes the first of the next, or the query's of the path. */
  private static Message acrossABoundary(Message message, Random random) {
    int mark = message.target().indexOf('?');
    if (mark > 0 && random.nextBoolean()) {
      String target = message.target();
      return message.target(
          random.nextBoolean()
              ? target.substring(0, mark - 1)
                  + '?'
                  + target.charAt(mark - 1)
                  + target.substring(mark + 1)
              : target.substring(0, mark)
                  + target.substring(mark + 1, mark + 2)
                  + '?'
                  + target.substring(mark + 2));
    }
    int at = random.nextInt(message.fields().size() - 1);
    Field from = message.fields().get(at);
    Field to = message.fields().get(at + 1);
    int last = from.value().length() - 1;
    return last < 0
        ? message
        : message
            .field(at, new Field(from.name(), from.value().substring(0, last)))
            .field(at + 1, new Field(to.name(), from.value().substring(last) + to.value()));
  }

  private static String asParameter(String field) {
    String[] pair = field.split(": ", 2);
    return pair[0] + '=' + Query.encoded(pair[1]);
  }

  private static Message with(Message message, Field field) {
    List<Field> more = new ArrayList<>(message.fields());
    more.add(field);
    return message.fields(more);
  }

  private static List<String> and(List<String> items, String one) {
    List<String> more = new ArrayList<>(items);
    more.add(one);
    return more;
  }

  /** An item, and the message without it; an empty query or form has an item without text. */
  private record Taken(String item, Message rest) {

    static Taken from(Sequence sequence, Random random) {
      List<String> items = new ArrayList<>(sequence.items());
      if (items.isEmpty()) {
        return new Taken(
            sequence.kind() == Kind.FORM ? "x=1" : "y=1", sequence.with().apply(items));
      }
      String item = items.remove(random.nextInt(items.size()));
      return new Taken(item, sequence.with().apply(items));
    }
  }
}
