package dev.countersign.console.rest;

import dev.countersign.persistence.management.Apis;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.PlannedApi;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Makes APIs of an OpenAPI document: all of them, or none. */
final class ImportHandler {

  private static final String NEW = "new";

  private ImportHandler() {}

  static Answer run(Exchange exchange) {
    Requests.ApiImport body = exchange.body(Requests.ApiImport.class);
    boolean preview = body.preview() == null || body.preview();
    Apis apis = exchange.management().apis();
    List<ImportedOperation> operations =
        ImportedDocument.read(exchange.id(), body.document(), Texts.orEmpty(body.prefix()));
    boolean possible = operations.stream().allMatch(one -> one.api() != null);
    List<NewApi> wanted =
        operations.stream().map(ImportedOperation::api).filter(Objects::nonNull).toList();
    List<PlannedApi> planned =
        possible && !preview
            ? apis.defineAll(exchange.actor(), exchange.id(), wanted)
            : apis.plan(exchange.actor(), exchange.id(), wanted);
    List<Answers.ImportEntry> entries = entries(operations, planned.iterator());
    int created = possible && !preview ? countNew(entries) : 0;
    return exchange.object(new Answers.ApiImport(preview, possible, created, entries));
  }

  private static int countNew(List<Answers.ImportEntry> entries) {
    return Math.toIntExact(entries.stream().filter(one -> one.outcome().equals(NEW)).count());
  }

  private static List<Answers.ImportEntry> entries(
      List<ImportedOperation> operations, Iterator<PlannedApi> planned) {
    List<Answers.ImportEntry> entries = new ArrayList<>();
    for (ImportedOperation one : operations) {
      String outcome = "refused";
      if (one.api() != null) {
        outcome = planned.next().present() ? "present" : NEW;
      }
      entries.add(
          new Answers.ImportEntry(
              one.method(), one.template(), one.description(), outcome, one.reason()));
    }
    return entries;
  }
}
