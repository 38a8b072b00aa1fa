package dev.countersign.persistence.management;

import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.persistence.importfile.ImportColumn;
import dev.countersign.persistence.importfile.ImportFile;
import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.persistence.importfile.ImportLine;
import dev.countersign.persistence.importfile.LineErrors;
import dev.countersign.persistence.importfile.Place;
import dev.countersign.persistence.management.PlannedApplication.ImportedSecret;
import dev.countersign.signing.AppKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file judged by itself: what it asks for, the app keys that it names, and what is wrong. */
final class ImportPlan {

  private final List<PlannedApplication> applications = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final LineErrors errors = new LineErrors();

  private ImportPlan() {}

  static ImportPlan read(InputStream file, ImportFormat format) throws IOException {
    ImportPlan plan = new ImportPlan();
    ImportFile.read(file, format, plan.errors).forEach(plan::add);
    return plan;
  }

  /** Those that are in order; all of them, if there are no errors. */
  List<PlannedApplication> applications() {
    return applications;
  }

  /** Where each valid app key stands first. */
  Map<String, Place> places() {
    return places;
  }

  LineErrors errors() {
    return errors;
  }

  private void add(ImportLine line) {
    AppKey appKey = value(line, ImportColumn.APP_KEY, ImportPlan::appKey);
    if (appKey != null) {
      requireFirst(line, appKey);
    }
    String name = value(line, ImportColumn.NAME, Labels::name);
    String description = optional(line, ImportColumn.DESCRIPTION, Labels::description);
    Set<String> schemes = value(line, ImportColumn.SCHEMES, ImportPlan::schemes);
    ImportedSecret secret = secret(line);
    if (appKey != null
        && name != null
        && description != null
        && schemes != null
        && secret != null) {
      applications.add(
          new PlannedApplication(line.place(), appKey, name, description, schemes, secret));
    }
  }

  private void requireFirst(ImportLine line, AppKey appKey) {
    Place first = places.putIfAbsent(appKey.value(), line.place());
    if (first != null) {
      errors.add(line.place(), ImportColumn.APP_KEY, "this app key is in " + first + " already");
    }
  }

  private @Nullable ImportedSecret secret(ImportLine line) {
    SecretEncoding encoding = value(line, ImportColumn.ENCODING, "", ImportedSecrets::encoding);
    if (encoding == null) {
      return null;
    }
    if (line.value(ImportColumn.SECRET).equals(line.value(ImportColumn.APP_KEY))
        && line.value(ImportColumn.SECRET).isPresent()) {
      errors.add(line.place(), ImportColumn.SECRET, "the secret is the app key, which is public");
      return null;
    }
    return value(
        line,
        ImportColumn.SECRET,
        written -> new ImportedSecret(ImportedSecrets.read(written, encoding), encoding));
  }

  private @Nullable String optional(
      ImportLine line, ImportColumn column, Function<String, String> rule) {
    return value(line, column, "", rule);
  }

  private <T> @Nullable T value(ImportLine line, ImportColumn column, Function<String, T> rule) {
    return line.value(column).isEmpty() ? null : value(line, column, "", rule);
  }

  /** {@code null} if it breaks the rule, which is then an error. */
  private <T> @Nullable T value(
      ImportLine line, ImportColumn column, String otherwise, Function<String, T> rule) {
    try {
      return rule.apply(line.value(column).orElse(otherwise));
    } catch (InvalidArgumentException e) {
      errors.add(line.place(), column, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static AppKey appKey(String text) {
    try {
      return new AppKey(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> schemes(String text) {
    return SchemeIds.checked(
        Arrays.stream(text.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet()));
  }
}
