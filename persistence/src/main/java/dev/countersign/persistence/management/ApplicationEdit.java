package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApplicationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One thing of an application that is changed, with its line of history if it was another. */
record ApplicationEdit(String action, Consumer<ApplicationRow> edit) {

  static List<ApplicationEdit> of(ApplicationChange wanted) {
    List<ApplicationEdit> edits = new ArrayList<>();
    if (wanted.name() != null) {
      String name = wanted.name();
      edits.add(new ApplicationEdit("application.rename", row -> row.rename(name)));
    }
    if (wanted.description() != null) {
      String text = wanted.description();
      edits.add(new ApplicationEdit("application.describe", row -> row.describe(text)));
    }
    if (wanted.schemes() != null) {
      Set<String> ids = wanted.schemes();
      edits.add(new ApplicationEdit("application.schemes", row -> row.acceptSchemes(ids)));
    }
    if (wanted.enabled() != null) {
      edits.add(
          wanted.enabled()
              ? new ApplicationEdit("application.enable", ApplicationRow::enable)
              : new ApplicationEdit("application.disable", ApplicationRow::disable));
    }
    return edits;
  }

  void make(Change change, ApplicationRow row) {
    String before = Summary.of(row);
    edit.accept(row);
    String after = Summary.of(row);
    if (!after.equals(before)) {
      change.unit().touchApplication(row.id());
      change.audit(Subject.of(row), action, before, after);
    }
  }
}
