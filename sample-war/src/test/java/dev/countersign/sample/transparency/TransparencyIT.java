package dev.countersign.sample.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A servlet sees the same with and without the filter; only what the filter adds is taken out. */
@ExtendWith(Sites.Extension.class)
class TransparencyIT {

  private static final List<String> WAYS =
      List.of(
          "stream",
          "bytes",
          "reader",
          "parameters",
          "parts",
          "parts-first",
          "unread",
          "listener",
          "async",
          "async-dispatch",
          "async-timeout",
          "forward",
          "include",
          "fail-before",
          "fail-after",
          "send-error");

  private final ImpossibleCells impossible = new ImpossibleCells();
  private final String server;
  private final Site filtered;
  private final Site plain;

  TransparencyIT(Sites sites) {
    server = sites.server().name();
    filtered = sites.of(SiteKind.SAMPLE);
    plain = sites.of(SiteKind.PLAIN);
  }

  @TestFactory
  Stream<DynamicTest> body_reachesTheServletAsWithoutTheFilter() {
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, RawRequest> bare = Bodies.of(plain);
    Bodies.of(filtered)
        .forEach(
            (sentence, request) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        sentence,
                        () -> assertSame(sentence, "suggested", request, bare.get(sentence)))));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> wayOfReading_seesTheSameAsWithoutTheFilter() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String way : WAYS) {
      Map<String, RawRequest> bare = Bodies.of(plain);
      Bodies.of(filtered)
          .forEach(
              (sentence, request) -> {
                if (!way.equals("async-timeout") || sentence.equals("JSON")) {
                  tests.add(
                      DynamicTest.dynamicTest(
                          way + ", " + sentence,
                          () ->
                              assertSame(
                                  sentence, way, via(way, request), via(way, bare.get(sentence)))));
                }
              });
    }
    return tests.stream();
  }

  /** As Tomcat 11 answers; Tomcat 10.1 leaves out what it cannot read. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ok=1&b=%zz&c=2", "a=%"})
  void formThatCannotBeRead_isMalformed(String form) {
    RawRequest post = filtered.request("POST", "/echo/a").body(Bodies.FORM, form);
    RawResponse answer = filtered.send(filtered.signed(post));
    assertEquals(400, answer.status(), answer::toString);
    assertEquals("malformed", answer.json().path("code").asText());
  }

  private static RawRequest via(String way, RawRequest request) {
    return request.target(request.target().replaceFirst("/echo/[^?]*", "/echo/via/" + way));
  }

  private void assertSame(String body, String way, RawRequest signed, RawRequest bare) {
    RawResponse with = filtered.send(filtered.signed(signed));
    RawResponse without = plain.send(bare);
    Optional<ImpossibleCells.Answers> answers =
        impossible.answers(server, new Cell("HTTP/1.1", SiteKind.SAMPLE, body, way, "alone"));
    if (answers.isPresent()) {
      assertEquals(
          answers.get(), new ImpossibleCells.Answers("" + without.status(), "" + with.status()));
    } else {
      assertEquals(Seen.of(without, plain), Seen.of(with, filtered));
    }
  }
}
