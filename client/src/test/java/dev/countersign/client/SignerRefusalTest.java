package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.vectors.Programs.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a signer does not sign, and how it tells. */
class SignerRefusalTest {

  private static final List<List<String>> UNSIGNABLE =
      List.of(
          List.of("--key=abcd", "GET", "URL"),
          List.of("--key=orders.app", "GET", "URL"),
          List.of("--environment=pre prod", "GET", "URL"),
          List.of("--environment=", "GET", "URL"),
          List.of("--nonce=too-short", "GET", "URL"),
          List.of("--timestamp=now", "GET", "URL"),
          List.of("GE T", "URL"),
          List.of("GET", "URL/caf\u00e9"),
          List.of("GET", "URL/a b"),
          List.of("GET", "URL/a\nb"),
          List.of("GET", "URL/#top"),
          List.of("GET", "http://user:word@localhost/"),
          List.of("GET", "ftp://localhost/"),
          List.of("GET", "http:///orders"),
          List.of("GET"),
          List.of("-H", "X-Tenant", "GET", "URL"),
          List.of("-H", "X-Tenant:", "GET", "URL"),
          List.of("-H", "X-Tenant: bl\u00e4", "GET", "URL"),
          List.of("-H", "X-Tenant: a\nX-Other: b", "GET", "URL"),
          List.of("-H", "X Tenant: blue", "GET", "URL"),
          List.of("-H", "Host: localhost", "GET", "URL"),
          List.of("-H", "x-app-nonce: 0123456789abcdef", "GET", "URL"),
          List.of("-H", "Content-Type: a/b", "-H", "content-type: a/c", "GET", "URL"),
          List.of("--sign-header", "x-tenant", "GET", "URL"),
          List.of("-H", "Cookie: a=b", "--sign-header", "cookie", "GET", "URL"),
          List.of("-H", "Content-Type: a/b", "--sign-header", "content-type", "GET", "URL"),
          List.of("-H", "A: 1", "-H", "a: 2", "--sign-header", "a", "GET", "URL"),
          List.of("--data-file", "target/there is no such file", "PUT", "URL"),
          List.of("--no-such-option", "GET", "URL"));

  private final RecordingServer server = new RecordingServer();

  static Stream<Arguments> signersAndCalls() {
    return Arrays.stream(Signer.values())
        .flatMap(signer -> UNSIGNABLE.stream().map(call -> Arguments.of(signer, call)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("signersAndCalls")
  void whatCannotBeSigned_isNotSentAndExitsWith2(Signer signer, List<String> call) {
    List<String> arguments = new ArrayList<>(call);
    arguments.replaceAll(
        argument -> argument.startsWith("URL") ? server.url(argument.substring(3)) : argument);
    Outcome outcome = signer.required().run(Map.of("COUNTERSIGN_SECRET", Signer.SECRET), arguments);

    assertEquals(2, outcome.exit(), outcome.err());
    assertEquals("", outcome.out());
    assertFalse(outcome.err().isBlank(), "it says why");
    assertFalse(outcome.err().contains("Traceback"), outcome.err());
    assertEquals(0, server.untaken());
  }

  @ParameterizedTest
  @EnumSource(Signer.class)
  void missingOrShortSecret_isNotUsed(Signer signer) {
    Outcome missing = signer.required().run(Map.of(), List.of("GET", server.url("/")));
    Outcome weak =
        signer.run(
            Map.of("COUNTERSIGN_SECRET", "fifteen-bytes!!"), List.of("GET", server.url("/")));

    assertEquals(2, missing.exit(), missing.err());
    assertEquals(2, weak.exit(), weak.err());
    assertFalse(weak.err().contains("fifteen"), weak.err());
    assertEquals(0, server.untaken());
  }

  @ParameterizedTest
  @EnumSource(Signer.class)
  void status400AndAbove_exitsWith22AndPrintsTheAnswer(Signer signer) throws Exception {
    server.answering("/refused", 401);
    Outcome outcome = signer.required().run("-i", "GET", server.url("/refused"));

    assertEquals(22, outcome.exit(), outcome.err());
    assertTrue(outcome.out().startsWith("HTTP/1.1 401 "), outcome.out());
    assertTrue(outcome.out().endsWith("\n" + RecordingServer.ANSWER), outcome.out());
  }

  @ParameterizedTest
  @EnumSource(Signer.class)
  void redirect_isNotFollowed(Signer signer) throws Exception {
    server.answering("/moved", 307);
    Outcome outcome = signer.required().run("-d", "x", "POST", server.url("/moved"));

    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals("/moved", server.take().head().path());
    assertEquals(0, server.untaken());
  }

  @ParameterizedTest
  @EnumSource(Signer.class)
  void serverThatIsNotThere_isNeitherSuccessNorRefusal(Signer signer) {
    server.close();
    Outcome outcome = signer.required().run("GET", server.url("/"));

    assertFalse(List.of(0, 2, 22).contains(outcome.exit()), "exit " + outcome.exit());
    assertFalse(outcome.err().isBlank(), "it says why");
  }
}
