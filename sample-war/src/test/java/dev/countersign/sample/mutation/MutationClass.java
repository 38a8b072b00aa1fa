package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawRequest.Field;
import java.util.Random;
import java.util.function.BiFunction;

/** The ways in which one thing of a message can be another. */
enum MutationClass {
  BIT_FLIP(texts(TextChanges::bitFlipped)),
  INSERT(texts(TextChanges::inserted)) {
    @Override
    Message once(Client client, Message message, Random random) {
      return random.nextBoolean()
          ? super.once(client, message, random)
          : ItemChanges.inserted(client, message, random);
    }
  },
  DELETE(either(texts(TextChanges::deleted), ItemChanges::deleted)),
  DUPLICATE(either(texts(TextChanges::duplicated), ItemChanges::duplicated)),
  REORDER(either(texts(TextChanges::swapped), ItemChanges::swapped)),
  MOVE(Moves::moved),
  CASE(texts(TextChanges::otherCase)),
  ENCODING(texts(EncodingChanges::changed));

  private static final int TRIES = 1000;

  private final BiFunction<Message, Random, Message> change;

  MutationClass(BiFunction<Message, Random, Message> change) {
    this.change = change;
  }

  /** Another request, and not only another spelling of the same. */
  Message changed(Client client, Message message, Random random) {
    HttpForm form = HttpForm.of(message);
    for (int i = 0; i < TRIES; i++) {
      Message other = once(client, message, random);
      if (!HttpForm.of(other).equals(form)) {
        return other;
      }
    }
    throw new AssertionError(this + " finds nothing to change in " + message);
  }

  Message once(Client client, Message message, Random random) {
    return change.apply(message, random);
  }

  private static BiFunction<Message, Random, Message> either(
      BiFunction<Message, Random, Message> one, BiFunction<Message, Random, Message> other) {
    return (message, random) -> (random.nextBoolean() ? one : other).apply(message, random);
  }

  /** At a place in the request line, in a field, or in the body. */
  private static BiFunction<Message, Random, Message> texts(
      BiFunction<String, Random, String> change) {
    return (message, random) -> {
      int area = random.nextInt(message.body().isEmpty() ? 2 : 3);
      if (area == 0) {
        return message.line(change.apply(message.line(), random));
      }
      return area == 1
          ? inAField(message, random, change)
          : message.body(change.apply(message.body(), random));
    };
  }

  private static Message inAField(
      Message message, Random random, BiFunction<String, Random, String> change) {
    int at = random.nextInt(message.fields().size());
    Field field = message.fields().get(at);
    boolean name = random.nextInt(4) == 0 || field.value().isEmpty();
    return message.field(
        at,
        name
            ? new Field(change.apply(field.name(), random), field.value())
            : new Field(field.name(), change.apply(field.value(), random)));
  }
}
