package dev.countersign.sample.mutation;

import dev.countersign.sample.mutation.Sequence.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes of one item in one of the sequences of a message. */
final class ItemChanges {

  private static final Map<Kind, List<String>> STRANGERS =
      Map.of(
          Kind.QUERY, List.of("role=admin", "colour=red", "", "=x", "flag", "a[]=1", "_method=PUT"),
          Kind.FORM, List.of("role=admin", "item=gun", "", "=x", "flag", "quantity=2"),
          Kind.SEGMENTS, List.of("..", ".", "", "x", ";a=1", "%2e%2e", "%2f", "%00", "\\"),
          Kind.PARTS_OF_A_FIELD, List.of("x-other", "x-tenant", "", "a=b", "\"\"", "x-date"));

  private ItemChanges() {}

  static Message inserted(Client client, Message message, Random random) {
    Sequence sequence = any(message, random);
    List<String> strangers = strangers(client, sequence.kind());
    List<String> items = new ArrayList<>(sequence.items());
    items.add(random.nextInt(items.size() + 1), strangers.get(random.nextInt(strangers.size())));
    return sequence.with().apply(items);
  }

  static Message deleted(Message message, Random random) {
    Sequence sequence = any(message, random);
    List<String> items = new ArrayList<>(sequence.items());
    if (!items.isEmpty()) {
      items.remove(random.nextInt(items.size()));
    }
    return sequence.with().apply(items);
  }

  static Message duplicated(Message message, Random random) {
    Sequence sequence = any(message, random);
    List<String> items = new ArrayList<>(sequence.items());
    if (!items.isEmpty()) {
      String item = items.get(random.nextInt(items.size()));
      items.add(random.nextInt(items.size() + 1), item);
    }
    return sequence.with().apply(items);
  }

  static Message swapped(Message message, Random random) {
    Sequence sequence = any(message, random);
    List<String> items = new ArrayList<>(sequence.items());
    if (!items.isEmpty()) {
      Collections.swap(items, random.nextInt(items.size()), random.nextInt(items.size()));
    }
    return sequence.with().apply(items);
  }

  private static List<String> strangers(Client client, Kind kind) {
    if (kind == Kind.FIELDS) {
      return client.strangers();
    }
    List<String> all = new ArrayList<>(STRANGERS.get(kind));
    all.addAll(kind == Kind.QUERY ? client.strangersInTheQuery() : List.of());
    return all;
  }

  private static Sequence any(Message message, Random random) {
    List<Sequence> all = Sequence.of(message);
    return all.get(random.nextInt(all.size()));
  }
}
