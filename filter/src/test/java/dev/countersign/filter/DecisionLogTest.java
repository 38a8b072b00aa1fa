package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.HeardLog;
import org.junit.jupiter.api.Test;

/** What of a decision is logged, and what never is. */
class DecisionLogTest {

  @Test
  void refusalAndAdmission_areLoggedWithoutCredentials() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war =
            TestWar.war().stores(new TestStores()).servlet("/*", Recorder.greeting()).start()) {
      Call wrong =
          Call.get("/shop/echo/a")
              .header("Authorization", "Basic c2VjcmV0LXZhbHVl")
              .signedBy(TestApp.ALICE.withWrongSecret());
      String id = wrong.send(war).json().path("requestId").asText();
      Call.get("/shop/echo/b").signedBy(TestApp.ALICE).send(war);
      String all = log.text();
      assertTrue(
          all.contains(
              "INFO Refused request "
                  + id
                  + " \"GET\" \"/shop/echo/a\": signature-invalid, \"the signature does not match\""),
          all);
      assertTrue(all.contains("FINE Admitted request "), all);
      assertTrue(all.contains("of application app-alice to * /echo/** in release"), all);
      assertFalse(all.contains("c2VjcmV0LXZhbHVl"), all);
      assertFalse(all.contains("v1="), all);
      assertFalse(all.contains(TestApp.ALICE.secret().revealText()), all);
    }
  }

  @Test
  void textOfAStranger_cannotForgeALine() {
    assertEquals(
        "\"/a\\u000d\\nAdmitted \\u001b[31m \\\"x\\\" \\\\ \\u00e9 \\u2028\"",
        JsonText.quoted("/a\r\nAdmitted \u001b[31m \"x\" \\ é \u2028"));
    assertEquals("\"abc...\"", JsonText.quoted("abcdef", 3));
  }
}
