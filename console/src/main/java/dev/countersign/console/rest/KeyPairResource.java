package dev.countersign.console.rest;

import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.persistence.importfile.LineError;
import dev.countersign.persistence.management.ImportResult;
import dev.countersign.persistence.management.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** App keys and secrets of another gateway. No answer repeats what the file says. */
final class KeyPairResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.act(
                  "/key-pairs/import",
                  "Makes applications with the app keys and secrets that they had, or tells what is wrong with them",
                  Requests.KeyPairImport.class,
                  Answers.KeyPairImport.class),
              KeyPairResource::run));

  private KeyPairResource() {}

  private static Answer run(Exchange exchange) {
    Requests.KeyPairImport body = exchange.body(Requests.KeyPairImport.class);
    String account = exchange.requiredAccount(body.accountId());
    ImportFormat format = format(body.format());
    InputStream file = new ByteArrayInputStream(body.document().getBytes(StandardCharsets.UTF_8));
    Imports imports = exchange.management().imports();
    boolean preview = body.preview() == null || body.preview();
    try {
      return exchange.object(
          view(
              preview
                  ? imports.check(exchange.actor(), account, format, file)
                  : imports.importAll(exchange.actor(), account, format, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportFormat format(String word) {
    return switch (word) {
      case "csv" -> ImportFormat.CSV;
      case "json" -> ImportFormat.JSON;
      default -> throw RestFault.malformed("format is csv or json");
    };
  }

  private static Answers.KeyPairImport view(ImportResult result) {
    if (result instanceof ImportResult.Imported imported) {
      return done("imported", imported.applications().size());
    }
    if (result instanceof ImportResult.AlreadyThere there) {
      return done("already-there", there.applications().size());
    }
    if (result instanceof ImportResult.Importable importable) {
      return done("importable", importable.applications());
    }
    ImportResult.Rejected rejected = (ImportResult.Rejected) result;
    List<Answers.LineError> errors = rejected.errors().stream().map(KeyPairResource::view).toList();
    return new Answers.KeyPairImport("rejected", 0, errors, rejected.more());
  }

  private static Answers.KeyPairImport done(String outcome, int applications) {
    return new Answers.KeyPairImport(outcome, applications, List.of(), false);
  }

  private static Answers.LineError view(LineError error) {
    return new Answers.LineError(error.place().toString(), error.column(), error.message());
  }
}
