package dev.countersign.architecture.broken.filter;

/** An identity that anybody can make. */
public final class Admitted {

  /** Open to all. */
  public Admitted() {}
}
