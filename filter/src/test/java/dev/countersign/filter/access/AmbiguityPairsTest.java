package dev.countersign.filter.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two requests with one signature: the first that arrives fixes what the signature is for. */
class AmbiguityPairsTest {

  private static final Instant SIGNED_AT = Instant.parse("2021-03-11T08:29:58Z");
  private static final InstantSource CLOCK = InstantSource.fixed(SIGNED_AT.plusSeconds(1));

  /** The halves that are accepted alone, as the migration guide lists them. */
  private static final Map<String, String> ACCEPTED_ALONE = acceptedAlone();

  private static Map<String, String> acceptedAlone() {
    Pattern row =
        Pattern.compile(
            "\\| `([a-z0-9-]+)` \\|.*\\| (accepted|refused) \\| (accepted|refused) \\|");
    try {
      Map<String, String> accepted = new HashMap<>();
      Matcher rows = row.matcher(Files.readString(Path.of("..", "docs", "migrating.md")));
      while (rows.find()) {
        String first = rows.group(2).equals("accepted") ? "a" : "";
        String second = rows.group(3).equals("accepted") ? "b" : "";
        accepted.put(rows.group(1), first + second);
      }
      return Map.copyOf(accepted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> pairs() {
    return SignedRow.rows("/vectors/ambiguity-pairs.json");
  }

  private static String id(JsonNode pair) {
    return pair.required("id").textValue();
  }

  private static boolean isAcceptedAlone(JsonNode pair, String half) {
    return ACCEPTED_ALONE.getOrDefault(id(pair), "").contains(half);
  }

  private static AccessGate gate(JsonNode pair, ReplayRule rule) {
    MemoryStores stores =
        new MemoryStores(MemoryNonceStore.create(CLOCK, 100), DecisionListener.NONE);
    Secret secret = Secret.ofText(pair.required("secret").textValue());
    stores.put(Gates.listing(Set.of("tencent"), secret));
    stores.define(List.of(Gates.api("* /**")));
    for (String environment : List.of("release", "test")) {
      stores.grant("application-1", environment, "group-1", Gates.grant());
    }
    EnvironmentChoice choice =
        id(pair).equals("environment")
            ? new EnvironmentChoice.FromPath()
            : new EnvironmentChoice.Fixed("release");
    return new AccessGate(
        Gates.policy(List.of(Schemes.byId("tencent").orElseThrow()), rule, choice, "/"),
        stores,
        CallLimit.UNLIMITED,
        CLOCK);
  }

  private static Verdict decide(AccessGate gate, JsonNode pair, String half) {
    JsonNode node = pair.required("request_" + half);
    Headers.Builder headers =
        Headers.builder()
            .add("X-Date", "Thu, 11 Mar 2021 08:29:58 GMT")
            .add("Accept", "application/json")
            .add(
                "Authorization",
                "hmac id=\"app-one\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\""
                    + pair.required("signature").textValue()
                    + '"');
    String type = node.required("content_type").textValue();
    if (!type.isEmpty()) {
      headers.add("Content-Type", type);
    }
    String path = node.required("path").textValue();
    SignableRequest request =
        new SignableRequest(
            node.required("method").textValue(),
            node.path("host").asText("api.example"),
            path,
            node.required("query").textValue(),
            headers.build());
    TestBody body = new TestBody(node.required("body").textValue().getBytes(UTF_8));
    return gate.decide(Gates.arrival(request, path), body);
  }

  private static Reason refusal(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict).reason();
  }

  private static void assertAlone(JsonNode pair, String half, Verdict verdict) {
    assertEquals(isAcceptedAlone(pair, half), verdict instanceof Admitted, verdict::toString);
  }

  @Test
  void everyPairOfTheFile_isInTheGuide_andNoOther() {
    assertFalse(pairs().isEmpty());
    assertEquals(
        pairs().stream().map(AmbiguityPairsTest::id).collect(Collectors.toSet()),
        ACCEPTED_ALONE.keySet());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void halfAlone_isAdmittedWhereTheDocsSaySo(JsonNode pair) {
    for (String half : List.of("a", "b")) {
      assertAlone(pair, half, decide(gate(pair, ReplayRule.SIGNATURE), pair, half));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void otherHalfAfterAnAdmittedOne_isRefused_andTheAdmittedOneStillPassesIfItIsSafe(JsonNode pair) {
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      String first = order.get(0);
      String second = order.get(1);
      if (isAcceptedAlone(pair, first)) {
        AccessGate gate = gate(pair, ReplayRule.SIGNATURE);
        assertInstanceOf(Admitted.class, decide(gate, pair, first));
        Reason refusal = refusal(decide(gate, pair, second));
        if (isAcceptedAlone(pair, second)) {
          assertEquals(Reason.REPLAYED, refusal, id(pair) + ' ' + order);
        }
        boolean safe =
            pair.required("request_" + first).required("method").textValue().equals("GET");
        assertEquals(safe, decide(gate, pair, first) instanceof Admitted);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void refusedHalf_doesNotUseUpTheOther(JsonNode pair) {
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      if (!isAcceptedAlone(pair, order.get(0))) {
        AccessGate gate = gate(pair, ReplayRule.SIGNATURE);
        refusal(decide(gate, pair, order.get(0)));
        assertAlone(pair, order.get(1), decide(gate, pair, order.get(1)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void withReplayOff_bothHalvesPassThatPassAlone(JsonNode pair) {
    AccessGate gate = gate(pair, ReplayRule.OFF);
    for (String half : List.of("a", "b", "a")) {
      assertAlone(pair, half, decide(gate, pair, half));
    }
  }
}
