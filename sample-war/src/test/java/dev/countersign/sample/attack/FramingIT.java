package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

  FramingIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  /** {@code body} is what stands behind the head; the signature is always good for hello. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|Content-Length: 5|hello",
        "chunked|Transfer-Encoding: chunked|5~hello~0~~",
        "length and chunked|Content-Length: 5^Transfer-Encoding: chunked|5~hello~0~~",
        "chunked and length|Transfer-Encoding: chunked^Content-Length: 3|5~hello~0~~",
        "two lengths|Content-Length: 5^Content-Length: 3|hello",
        "the same length twice|Content-Length: 5^Content-Length: 5|hello",
        "a list of lengths|Content-Length: 5, 3|hello",
        "a length with a sign|Content-Length: +5|hello",
        "a negative length|Content-Length: -5|hello",
        "a length in hex|Content-Length: 0x5|hello",
        "no length|X-None: 1|hello",
        "chunked twice|Transfer-Encoding: chunked, chunked|5~hello~0~~",
        "chunked in two headers|Transfer-Encoding: chunked^Transfer-Encoding: identity|5~hello~0~~",
        "chunked misspelt|Transfer-Encoding: xchunked|5~hello~0~~",
        "chunked in capitals|Transfer-Encoding: CHUNKED|5~hello~0~~",
        "chunked with a space before the colon|Transfer-Encoding : chunked|5~hello~0~~",
        "gzip before chunked|Transfer-Encoding: gzip, chunked|5~hello~0~~",
        "identity|Transfer-Encoding: identity^Content-Length: 5|hello",
        "chunk extension|Transfer-Encoding: chunked|5;a=b~hello~0;c~~",
        "chunk size with zeros|Transfer-Encoding: chunked|0005~hello~000~~",
        "chunk size with a sign|Transfer-Encoding: chunked|+5~hello~0~~",
        "chunk size that is none|Transfer-Encoding: chunked|x~hello~0~~",
        "chunk size beyond all bounds|Transfer-Encoding: chunked|fffffffffffffffff~hello~0~~",
        "chunk longer than it says|Transfer-Encoding: chunked|3~hello~0~~",
        "trailer|Transfer-Encoding: chunked|5~hello~0~X-App-Caller: me~~",
        "folded header|Content-Length: 5^X-Long: a^ b|hello"
      })
  void framing_isRefusedOrGivesTheSignedBytes(String sentence, String headers, String body) {
    RawRequest signed =
        site.signed(site.request("POST", "/echo/a").body("text/plain", HELLO).inChunks());
    String head =
        new String(signed.head(), StandardCharsets.ISO_8859_1)
            .replace("Transfer-Encoding: chunked", headers.replace("^", "\r\n"));
    String all = head + body.replace("~", "\r\n");
    long before = site.invocations();
    RawResponse answer = answered(all.getBytes(StandardCharsets.ISO_8859_1));
    if (answer != null && answer.status() == 200) {
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
    RawResponse answer = answered(signed.bytes());
    long ran = site.invocations() - before - 1;
    assertTrue(ran <= 0 || (answer != null && answer.status() == 200 && ran == 1));
    assertTrue(answer == null || answer.status() != 200, () -> "admitted: " + answer);
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
