package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a body ends is the same to the server, the filter and the servlet, or the request is
 * refused.
 */
@ExtendWith(Sites.Extension.class)
class FramingIT {
  private static final String HELLO = "hello";

  private final Site site;
  private final boolean glassFish;

  FramingIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
    glassFish = sites.server().name().startsWith("GlassFish");
  }

  /** {@code body} is what stands behind the head; the signature is always good for hello. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|admitted|Content-Length: 5|hello",
        "chunked|admitted|Transfer-Encoding: chunked|5~hello~0~~",
        "length and chunked|either|Content-Length: 5^Transfer-Encoding: chunked|5~hello~0~~",
        "chunked and length|either|Transfer-Encoding: chunked^Content-Length: 3|5~hello~0~~",
        "two lengths|refused|Content-Length: 5^Content-Length: 3|hello",
        "the same length twice|either|Content-Length: 5^Content-Length: 5|hello",
        "a list of lengths|refused|Content-Length: 5, 3|hello",
        "a length with a sign|either|Content-Length: +5|hello",
        "a negative length|refused|Content-Length: -5|hello",
        "a length in hex|refused|Content-Length: 0x5|hello",
        "no length|refused|X-None: 1|hello",
        "chunked twice|either|Transfer-Encoding: chunked, chunked|5~hello~0~~",
        "chunked in two headers|either|Transfer-Encoding: chunked^Transfer-Encoding: identity|5~hello~0~~",
        "chunked misspelt|refused|Transfer-Encoding: xchunked|5~hello~0~~",
        "chunked in capitals|admitted|Transfer-Encoding: CHUNKED|5~hello~0~~",
        "chunked with a space before the colon|either|Transfer-Encoding : chunked|5~hello~0~~",
        "gzip before chunked|either|Transfer-Encoding: gzip, chunked|5~hello~0~~",
        "identity|either|Transfer-Encoding: identity^Content-Length: 5|hello",
        "chunk extension|usual|Transfer-Encoding: chunked|5;a=b~hello~0;c~~",
        "chunk size with zeros|admitted|Transfer-Encoding: chunked|0005~hello~000~~",
        "chunk size with a sign|refused|Transfer-Encoding: chunked|+5~hello~0~~",
        "chunk size that is none|refused|Transfer-Encoding: chunked|x~hello~0~~",
        "chunk size beyond all bounds|refused|Transfer-Encoding: chunked|fffffffffffffffff~hello~0~~",
        "chunk longer than it says|refused|Transfer-Encoding: chunked|3~hello~0~~",
        "trailer|usual|Transfer-Encoding: chunked|5~hello~0~X-App-Caller: me~~",
        "trailer that changes the type|usual|Transfer-Encoding: chunked|5~hello~0~Content-Type: text/csv~~",
        "trailers like parts of the head|either|Transfer-Encoding: chunked|5~hello~0~Host: x~Content-Length: 3~~",
        "folded header|either|Content-Length: 5^X-Long: a^ b|hello"
      })
  void framing_isRefusedOrGivesTheSignedBytes(
      String sentence, String expected, String headers, String body) {
    RawRequest signed =
        site.signed(site.request("POST", "/echo/a").body("text/plain", HELLO).inChunks());
    String head =
        new String(signed.head(), StandardCharsets.ISO_8859_1)
            .replace("Transfer-Encoding: chunked", headers.replace("^", "\r\n"));
    String all = head + body.replace("~", "\r\n");
    long before = site.invocations();
    RawResponse answer = answered(all.getBytes(StandardCharsets.ISO_8859_1));
    boolean admitted = answer != null && answer.status() == 200;
    // The usual is admitted; GlassFish takes no extensions, and makes headers of trailers.
    String due = expected.equals("usual") ? (glassFish ? "either" : "admitted") : expected;
    assertNotEquals(admitted ? "refused" : "admitted", due, () -> sentence + ": " + answer);
    if (admitted) {
      String seen = answer.json().path("headers").toString().toLowerCase(Locale.ROOT);
      assertFalse(seen.contains("x-app-caller") || seen.contains("text/csv"), seen);
      assertEquals(before + 2, site.invocations());
      String digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
      assertEquals(digest, answer.json().path("body").path("sha256").asText());
    } else {
      assertEquals(before + 1, site.invocations(), "the servlet ran: " + answer);
      assertTrue(answer == null || answer.status() >= 400, () -> sentence + " -> " + answer);
    }
  }

  /** The second request hides in the body of the first. */
  @Test
  void requestBehindABodyOfTwoLengths_isNotAdmittedUnsigned() {
    String hidden = "GET " + site.path() + "/echo/count HTTP/1.1\r\nHost: " + site.host();
    String body = "0\r\n\r\n" + hidden + "\r\n\r\n";
    RawRequest signed =
        site.signed(
            site.request("POST", "/echo/a")
                .body("text/plain", body)
                .add("Content-Length", Integer.toString(body.length()))
                .add("Transfer-Encoding", "chunked"));
    long before = site.invocations();
    String answers = allAnswered(signed.bytes());
    assertFalse(answers.contains("HTTP/1.1 2"), answers);
    assertEquals(before + 1, site.invocations(), answers);
  }

  @Test
  void bodyCutAnywhere_isNotAdmitted() throws IOException {
    RawRequest bare = site.request("POST", "/echo/a").body("text/plain", HELLO.repeat(4));
    for (RawRequest form : new RawRequest[] {bare, bare.inChunks()}) {
      long before = site.invocations();
      int body = form.bytes().length - form.head().length;
      // Behind the last chunk's 0 nothing is missing but line breaks, and Jetty does without.
      int end = form == bare ? body : body - "\r\n\r\n".length();
      for (int kept = 0; kept < end; kept++) {
        byte[] all = site.signed(form).bytes();
        cut(all, all.length - body + kept);
      }
      assertEquals(before + 1, site.invocations());
    }
  }

  private void cut(byte[] all, int length) throws IOException {
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(all, 0, length);
      socket.shutdownOutput();
      // Until the server has noticed, and closed or answered.
      socket.getInputStream().readAllBytes();
    }
  }

  /** Everything until the server closes the connection, so that nothing comes later. */
  private String allAnswered(byte[] bytes) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answers);
    } catch (IOException reset) {
      // Then it was the last that came.
    }
    return answers.toString(StandardCharsets.ISO_8859_1);
  }

  private RawResponse answered(byte[] bytes) {
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return RawResponse.read(socket.getInputStream(), false);
    } catch (IOException closedWithoutAnAnswer) {
      return null;
    }
  }
}
