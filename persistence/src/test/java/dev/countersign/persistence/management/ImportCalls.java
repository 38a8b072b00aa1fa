package dev.countersign.persistence.management;

import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.importfile.ImportFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Imports for tests. */
final class ImportCalls {

  private ImportCalls() {}

  static Object check(Scene scene, Actor actor, String accountId, ExpectedVersion seen) {
    return check(scene.site.management(), actor, accountId, ImportFormat.CSV, one());
  }

  static Object importAll(Scene scene, Actor actor, String accountId, ExpectedVersion seen) {
    return importAll(scene.site.management(), actor, accountId, ImportFormat.CSV, one());
  }

  private static String one() {
    return "name,appKey,secret,schemes\nold," + Ids.next() + "," + Ids.next() + ",tencent\n";
  }

  static ImportResult check(
      Management management, Actor actor, String accountId, ImportFormat format, String file) {
    try {
      return management.imports().check(actor, accountId, format, stream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportResult importAll(
      Management management, Actor actor, String accountId, ImportFormat format, String file) {
    try {
      return management.imports().importAll(actor, accountId, format, stream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String file) {
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
  }
}
