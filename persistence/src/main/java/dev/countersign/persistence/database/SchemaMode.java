package dev.countersign.persistence.database;

/** What happens to the schema when the store is opened. */
public enum SchemaMode {
  /** Missing tables are made, older ones are brought up to date. */
  MIGRATE,
  /** The version has to be right; nothing is changed. */
  VALIDATE
}
