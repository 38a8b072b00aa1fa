package dev.countersign.sample.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders, in memory; each start begins with the same three. Thread-safe. */
final class OrderBook {

  private final Map<Integer, Order> byNumber = new ConcurrentSkipListMap<>();
  private final AtomicInteger last = new AtomicInteger(16);

  OrderBook() {
    open("ruled paper, 500 sheets", 2);
    open("fountain pen", 1);
    byNumber.computeIfPresent(
        17,
        (number, order) ->
            new Order(order.id(), order.item(), order.quantity(), "shipped", List.of()));
    open("blue ink, 50 ml", 12);
  }

  Order open(String item, int quantity) {
    int number = last.incrementAndGet();
    Order order = new Order(Integer.toString(number), item, quantity, "open", List.of());
    byNumber.put(number, order);
    return order;
  }

  Optional<Order> find(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  List<Order> all() {
    return List.copyOf(byNumber.values());
  }

  List<Order> withStatus(String status) {
    return byNumber.values().stream().filter(order -> order.status().equals(status)).toList();
  }

  Optional<Order> attach(int number, Order.Attachment attachment) {
    return Optional.ofNullable(
        byNumber.computeIfPresent(number, (same, order) -> order.with(attachment)));
  }
}
