package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of {@code compat=tencent}, reason by reason, and in the documentation. */
class TencentTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "credentials-missing|401|HMAC signature cannot be verified, a validate authorization header is required.",
        "malformed|401|HMAC authorization format error.",
        "scheme-unsupported|401|HMAC algorithm not supported.",
        "stale|401|HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication.",
        "signature-invalid|401|HMAC signature does not match.",
        "body-mismatch|401|HMAC signature does not match.",
        "replayed|401|HMAC signature cannot be verified.",
        "application-disabled|401|HMAC signature cannot be verified.",
        "environment-mismatch|401|HMAC signature cannot be verified.",
        "not-granted|401|HMAC apikey is invalid for API.",
        "path-ambiguous|400|Bad Request",
        "body-incomplete|400|Bad Request",
        "api-unknown|404|Found no api",
        "body-timeout|408|Request Timeout",
        "too-large|413|Request Entity Too Large",
        "rate-limited|429|API rate limit exceeded",
        "unavailable|503|Service Unavailable"
      })
  void code_hasTheGatewaysStatusAndText(String code, int status, String message) {
    assertEquals(new TencentRefusal(status, message), TencentRefusal.of(reason(code)));
    assertTrue(message.chars().noneMatch(c -> c == '"' || c == '\\'), "it needs no escapes");
  }

  @Test
  void stringToSign_isShownBehindAMismatch_andNowhereElse() {
    assertEquals(
        new TencentRefusal(
            401, "HMAC signature does not match, Server StringToSign:x-date: a#GET####/u"),
        TencentRefusal.of(Reason.SIGNATURE_INVALID).showing("x-date: a#GET####/u"));
    TencentRefusal stale = TencentRefusal.of(Reason.STALE);
    assertEquals(stale, stale.showing("x-date: a#GET####/u"));
  }

  @Test
  void documentation_showsTheSameTable() throws IOException {
    Pattern row = Pattern.compile("\\| (`[a-z`, -]+`) \\| (\\d{3}) \\| `([^`]+)` \\|");
    Matcher rows = row.matcher(Files.readString(Path.of("..", "docs", "schemes", "tencent.md")));
    int codes = 0;
    while (rows.find()) {
      for (String code : rows.group(1).replace("`", "").split(", ", -1)) {
        int status = Integer.parseInt(rows.group(2));
        assertEquals(
            new TencentRefusal(status, rows.group(3)), TencentRefusal.of(reason(code)), code);
        codes++;
      }
    }
    assertEquals(Reason.values().length, codes, "as many as there are codes");
  }

  private static Reason reason(String code) {
    return Stream.of(Reason.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
