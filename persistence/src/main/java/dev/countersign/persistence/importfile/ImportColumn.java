package dev.countersign.persistence.importfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file says of an application: a column of CSV, a member of JSON. */
public enum ImportColumn {
  /** For people. */
  NAME("name", true),
  /** The app key as it was. */
  APP_KEY("appKey", true),
  /** The secret as it was. */
  SECRET("secret", true),
  /** Ids of schemes with blanks between; in JSON an array of them too. */
  SCHEMES("schemes", true),
  /** What it is. */
  DESCRIPTION("description", false),
  /** {@code text} (the default) or {@code base64}: how the secret is written. */
  ENCODING("encoding", false);

  private final String title;
  private final boolean required;

  ImportColumn(String title, boolean required) {
    this.title = title;
    this.required = required;
  }

  /** The name of the column or member. */
  public String title() {
    return title;
  }

  /** Whether it has to be there. */
  boolean isRequired() {
    return required;
  }

  static Optional<ImportColumn> titled(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(ImportColumn::title).toList();
  }
}
