package dev.countersign.console.rest;

import dev.countersign.persistence.management.InvalidArgumentException;
import dev.countersign.persistence.management.NewApi;
import org.jspecify.annotations.Nullable;

/** An operation of a document: an API that could be, or why it cannot. */
record ImportedOperation(
    String method,
    String template,
    String description,
    @Nullable NewApi api,
    @Nullable String reason) {

  static ImportedOperation of(String groupId, String method, String template, String description) {
    try {
      NewApi api = new NewApi(groupId, method, template, description);
      return new ImportedOperation(method, template, description, api, null);
    } catch (InvalidArgumentException e) {
      return refused(method, template, String.valueOf(e.getMessage()));
    }
  }

  static ImportedOperation refused(String method, String template, String reason) {
    return new ImportedOperation(method, template, "", null, reason);
  }
}
