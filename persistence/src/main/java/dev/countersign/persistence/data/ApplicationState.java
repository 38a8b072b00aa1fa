package dev.countersign.persistence.data;

import java.util.Locale;

/** What an application may do. */
public enum ApplicationState {
  /** Calls. */
  ENABLED,
  /** Is refused as disabled. */
  DISABLED,
  /** Is no application any more; the row stays so that its app key is never given again. */
  DELETED;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ApplicationState ofColumn(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
