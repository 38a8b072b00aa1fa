package dev.countersign.persistence.database;

/** Anything that asks the database. */
@FunctionalInterface
public interface Call<T, X extends Exception> {

  /** Asks. */
  T make() throws X;
}
