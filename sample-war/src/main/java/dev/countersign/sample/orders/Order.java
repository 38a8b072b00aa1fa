package dev.countersign.sample.orders;

import java.util.ArrayList;
import java.util.List;

/**
 * One order.
 *
 * @param id its number
 * @param item what was ordered
 * @param quantity how many, at least one
 * @param status {@code open} or {@code shipped}
 * @param attachments what was uploaded to it
 */
public record Order(
    String id, String item, int quantity, String status, List<Attachment> attachments) {

  /** Copies the list. */
  public Order {
    attachments = List.copyOf(attachments);
  }

  Order with(Attachment attachment) {
    List<Attachment> more = new ArrayList<>(attachments);
    more.add(attachment);
    return new Order(id, item, quantity, status, more);
  }

  /**
   * An uploaded file; only its description is kept.
   *
   * @param fileName the name the caller gave it
   * @param size in bytes
   * @param sha256 of its bytes, lower-case hex
   */
  public record Attachment(String fileName, long size, String sha256) {}
}
