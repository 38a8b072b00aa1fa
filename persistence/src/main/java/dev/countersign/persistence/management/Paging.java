package dev.countersign.persistence.management;

/**
 * Which part of a list is wanted. Immutable and thread-safe.
 *
 * @param offset how many are passed over: 0 to {@value #MAX_OFFSET}
 * @param limit how many are wanted at most: 1 to {@value #MAX_LIMIT}
 */
public record Paging(int offset, int limit) {

  /** Most items of a page. */
  public static final int MAX_LIMIT = 200;

  /** Most that can be passed over; who needs more narrows the search. */
  public static final int MAX_OFFSET = 100_000;

  private static final int DEFAULT_LIMIT = 50;

  /**
   * @throws InvalidArgumentException if a number is out of its range
   */
  public Paging {
    if (offset < 0 || offset > MAX_OFFSET) {
      throw new InvalidArgumentException(
          "an offset is 0 to " + MAX_OFFSET + "; beyond, narrow the search");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidArgumentException("a page has 1 to " + MAX_LIMIT + " items");
    }
  }

  /** The first 50. */
  public static Paging first() {
    return new Paging(0, DEFAULT_LIMIT);
  }

  /**
   * The page behind this one.
   *
   * @throws InvalidArgumentException if it begins too far from the start
   */
  public Paging next() {
    return new Paging(offset + limit, limit);
  }
}
