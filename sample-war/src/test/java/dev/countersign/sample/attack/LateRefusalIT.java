package dev.countersign.sample.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body that turns out to be another one when the servlet has already set headers ({@code
 * bodyMode=stream}): the refused caller gets none of them.
 */
@ExtendWith(Sites.Extension.class)
class LateRefusalIT {

  private static final List<String> OF_THE_SERVLET =
      List.of(
          "content-disposition",
          "content-encoding",
          "content-language",
          "etag",
          "last-modified",
          "x-servlet");

  private final Site site;

  LateRefusalIT(Sites sites) {
    site = sites.of(SiteKind.LATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/writer", "/stream"})
  void otherBodyNoticedLate_isRefusedWithoutHeadersOfTheServlet(String way) throws IOException {
    List<String> lines = refusal(way);
    for (String name : OF_THE_SERVLET) {
      assertEquals(List.of(), values(lines, name), name);
    }
    assertEquals(List.of("no-store"), values(lines, "cache-control"));
    assertEquals(1, values(lines, "content-type").size());
    assertEquals(1, values(lines, "content-length").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/writer", "/stream"})
  void otherBodyNoticedLate_isRefusedWithTheHeadersOfFiltersInFront(String way) throws IOException {
    List<String> lines = refusal(way);
    assertEquals(List.of("https://shop.example"), values(lines, "access-control-allow-origin"));
    assertEquals(List.of("max-age=600"), values(lines, "strict-transport-security"));
    assertEquals("Origin,Accept", String.join(",", values(lines, "vary")).replace(" ", ""));
    assertEquals(List.of("front=1"), cookies(lines));
  }

  @Test
  void sessionOfAFilterInFront_keepsItsCookie_once() throws IOException {
    List<String> cookies = cookies(refusal("/none?session"));
    assertEquals(2, cookies.size(), cookies::toString);
    assertTrue(cookies.contains("front=1"), cookies::toString);
    assertTrue(cookies.stream().anyMatch(one -> one.startsWith("JSESSIONID=")), cookies::toString);
  }

  @Test
  void signedBody_isAnsweredWithTheServletsHeaders() throws IOException {
    List<String> lines = exchange(site.signed(call("/none")));
    assertTrue(lines.get(0).contains(" 201"), lines::toString);
    for (String name : OF_THE_SERVLET) {
      assertEquals(1, values(lines, name).size(), name);
    }
    assertEquals(3, cookies(lines).size(), lines::toString);
  }

  private RawRequest call(String way) {
    return site.request("POST", "/echo/late" + way)
        .add("Connection", "close")
        .body("application/octet-stream", "0123456789".repeat(5000));
  }

  private List<String> refusal(String way) throws IOException {
    RawRequest signed = site.signed(call(way));
    byte[] other = signed.body();
    other[other.length - 1]++;
    List<String> lines = exchange(signed.body(other));
    assertTrue(lines.get(0).contains(" 401"), lines::toString);
    String document = lines.get(lines.size() - 1);
    assertTrue(document.contains("\"body-mismatch\""), document);
    assertFalse(document.contains("begun"), document);
    return lines;
  }

  /** All lines of the answer, as they came. */
  private List<String> exchange(RawRequest request) throws IOException {
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(request.bytes());
      socket.getOutputStream().flush();
      String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return List.of(all.split("\r\n", -1));
    }
  }

  private static List<String> values(List<String> lines, String name) {
    return head(lines)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  private static Stream<String> head(List<String> lines) {
    return lines.stream().takeWhile(line -> !line.isEmpty());
  }

  private static List<String> cookies(List<String> lines) {
    return values(lines, "set-cookie").stream().map(value -> value.split(";", 2)[0]).toList();
  }
}
