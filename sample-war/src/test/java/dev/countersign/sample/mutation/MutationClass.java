package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawRequest.Field;
import java.util.Random;
import java.util.function.BiFunction;

/** The ways in which one thing of a message can be another. */
enum MutationClass {
  BIT_FLIP,
  INSERT,
  DELETE,
  DUPLICATE,
  REORDER,
  MOVE,
  CASE,
  ENCODING;

  private static final int TRIES = 1000;

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

  private Message once(Client client, Message message, Random random) {
    boolean oneCharacter = random.nextBoolean();
    return switch (this) {
      case BIT_FLIP -> inAText(message, random, TextChanges::bitFlipped);
      case INSERT ->
          oneCharacter
              ? inAText(message, random, TextChanges::inserted)
              : ItemChanges.inserted(client, message, random);
      case DELETE ->
          oneCharacter
              ? inAText(message, random, TextChanges::deleted)
              : ItemChanges.deleted(message, random);
      case DUPLICATE ->
          oneCharacter
              ? inAText(message, random, TextChanges::duplicated)
              : ItemChanges.duplicated(message, random);
      case REORDER ->
          oneCharacter
              ? inAText(message, random, TextChanges::swapped)
              : ItemChanges.swapped(message, random);
      case MOVE -> Moves.moved(message, random);
      case CASE -> inAText(message, random, TextChanges::otherCase);
      case ENCODING -> inAText(message, random, EncodingChanges::changed);
    };
  }

  /** At a place in the request line, in a field, or in the body. */
  private static Message inAText(
      Message message, Random random, BiFunction<String, Random, String> change) {
    int area = random.nextInt(message.body().isEmpty() ? 2 : 3);
    if (area == 0) {
      return message.line(change.apply(message.line(), random));
    }
    return area == 1
        ? inAField(message, random, change)
        : message.body(change.apply(message.body(), random));
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
