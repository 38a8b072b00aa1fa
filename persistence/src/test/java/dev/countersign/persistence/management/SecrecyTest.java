package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A secret leaves management once, and lies nowhere in the clear. */
class SecrecyTest {

  @ParameterizedTest
  @EnumSource
  void secret_isInNoOtherAnswerAndNotInTheDatabase(Product product) {
    Site site = Site.alone(product);
    try {
      Scene scene = Scene.at(site);
      List<Object> answers = new ArrayList<>();
      List<String> secrets = secrets(site, answers);
      for (CallTable.Row row : CallTable.rows()) {
        answers.add(row.call().make(Scene.at(site), Site.OPERATOR));
      }
      Paging all = new Paging(0, Paging.MAX_LIMIT);
      answers.add(site.management().auditTrail().list(Site.OPERATOR, AuditFilter.EVERYTHING, all));
      String shown = answers.toString();
      String stored = Dump.of(site.database()).toString();

      assertTrue(shown.contains("IssuedSecret[redacted]"));
      assertTrue(stored.contains(scene.application.appKey().value()));
      assertEquals(3, secrets.size());
      for (String secret : secrets) {
        for (String written : writings(secret)) {
          assertFalse(shown.contains(written));
          assertFalse(stored.contains(written));
        }
      }
    } finally {
      site.close();
    }
  }

  /** Of a creation, a rotation and a reset; what was answered is noted before and after taking. */
  private static List<String> secrets(Site site, List<Object> answers) {
    IssuedApplication created = site.application();
    String id = created.application().id();
    Secrets secrets = site.management().secrets();
    IssuedSecret rotated =
        secrets.rotate(site.asOwner(), id, Duration.ofHours(1), ExpectedVersion.ANY);
    IssuedSecret reset = secrets.reset(site.asOwner(), id, ExpectedVersion.ANY);
    answers.addAll(List.of(created.toString(), rotated.toString(), reset.toString()));
    List<String> taken = List.of(created.secret().take(), rotated.take(), reset.take());
    answers.addAll(List.of(created, rotated, reset));
    return taken;
  }

  private static List<String> writings(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    byte[] raw = Base64.getUrlDecoder().decode(secret);
    return List.of(
        secret,
        HexFormat.of().formatHex(bytes),
        HexFormat.of().formatHex(raw),
        Base64.getEncoder().encodeToString(raw),
        Base64.getEncoder().encodeToString(bytes));
  }
}
