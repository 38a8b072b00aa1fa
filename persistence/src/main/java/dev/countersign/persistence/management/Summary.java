package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.EnvironmentRow;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an object is, in one line of {@code name="value"} for the history. Never a secret. */
final class Summary {

  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  static Summary begin() {
    return new Summary();
  }

  static String of(ApplicationRow row) {
    return begin()
        .with("name", row.name())
        .with("appKey", row.appKey().value())
        .with("state", row.state().name().toLowerCase(Locale.ROOT))
        .with("schemes", String.join(" ", new TreeSet<>(row.schemes())))
        .with("description", row.description())
        .end();
  }

  static String of(EnvironmentRow row) {
    return begin().with("name", row.name()).with("description", row.description()).end();
  }

  static String of(ApiGroupRow row) {
    return begin().with("name", row.name()).with("description", row.description()).end();
  }

  static String of(ApiRow row, ApiGroupRow group) {
    return begin()
        .with("group", group.name())
        .with("method", row.method())
        .with("template", row.template().toString())
        .with("description", row.description())
        .end();
  }

  static String of(GrantDetails grant) {
    return begin()
        .with("application", grant.applicationName())
        .with("environment", grant.environment())
        .with("group", grant.groupName())
        .with("api", grant.operation())
        .with("notBefore", grant.terms().notBefore())
        .with("expiresAt", grant.terms().expiresAt())
        .with("roles", String.join(" ", new TreeSet<>(grant.terms().roles())))
        .with("description", grant.terms().description())
        .end();
  }

  /** Adds a value that is there and not empty; quotes in it are doubled, so that none ends it. */
  Summary with(String name, @Nullable Object value) {
    String written = value == null ? "" : value.toString();
    if (!written.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(name).append("=\"");
      text.append(written.replace("\"", "\"\"")).append('"');
    }
    return this;
  }

  String end() {
    return text.toString();
  }
}
