package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.TencentSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two requests with one signature, over the database: which half passes alone is what the migration
 * guide says, and after one the other is refused.
 */
@ExtendWith(SchemeSites.Extension.class)
class AmbiguityPairsIT {

  private static final Path PAIRS =
      Path.of("..", "signing", "src", "test", "resources", "vectors", "ambiguity-pairs.json");
  private static final Path GUIDE = Path.of("..", "docs", "migrating.md");

  /** A row of the guide: id, what the halves are, first half, second half. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9-]+)` \\|.*\\| (accepted|refused) \\| (accepted|refused) \\|");

  private static final AtomicLong LAST_SECOND = new AtomicLong(Long.MAX_VALUE);

  private final TencentPath gateway;

  AmbiguityPairsIT(SchemeSites sites) {
    gateway = TencentPath.of(sites);
  }

  static List<JsonNode> pairs() {
    try {
      List<JsonNode> pairs = new ArrayList<>();
      new ObjectMapper().readTree(PAIRS.toFile()).forEach(pairs::add);
      return pairs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The halves that the guide accepts, by the id of the pair. */
  private static Map<String, List<String>> accepted() {
    try {
      Map<String, List<String>> accepted = new HashMap<>();
      Matcher row = ROW.matcher(Files.readString(GUIDE));
      while (row.find()) {
        List<String> halves = new ArrayList<>();
        if (row.group(2).equals("accepted")) {
          halves.add("a");
        }
        if (row.group(3).equals("accepted")) {
          halves.add("b");
        }
        accepted.put(row.group(1), halves);
      }
      return accepted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(JsonNode pair) {
    return pair.required("id").textValue();
  }

  /** A second of its own for every call, so that every signature is a new one. */
  private static String date() {
    long now = ServerClock.now().getEpochSecond();
    long earlier = LAST_SECOND.updateAndGet(last -> Math.min(last, now) - 1);
    return TencentSigner.date(Instant.ofEpochSecond(earlier));
  }

  /** The half as it is in the file, below the path of the echo and in the release environment. */
  private RawRequest half(JsonNode pair, String half, String date) {
    JsonNode json = pair.required("request_" + half);
    String query = json.required("query").textValue();
    String path = json.required("path").textValue().replace("/u", "/echo/u");
    String target =
        (path.startsWith("/echo/") ? "/release" + path : path)
            + (query.isEmpty() ? "" : "?" + query);
    RawRequest request =
        gateway
            .request(json.required("method").textValue(), target)
            .add("X-Date", date)
            .add("Accept", "application/json")
            .body(Macs.utf8(json.required("body").textValue()));
    String type = json.required("content_type").textValue();
    RawRequest typed = type.isEmpty() ? request : request.add("Content-Type", type);
    String text =
        pair.required("string_to_sign")
            .textValue()
            .replaceFirst("x-date: .*", "x-date: " + date)
            .replace("\n/u", "\n/echo/u");
    return TencentSigner.usual()
        .signText(
            typed.set("Host", json.path("host").asText("api.example")),
            gateway.application(),
            text);
  }

  private String outcome(RawRequest request) {
    return Rooms.outcome(gateway.send(request));
  }

  @Test
  void guide_listsExactlyThePairsOfTheFile() {
    assertFalse(pairs().isEmpty());
    assertEquals(
        pairs().stream().map(AmbiguityPairsIT::id).sorted().toList(),
        accepted().keySet().stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void halfAlone_isAdmitted_unlessTheGuideListsItAsRefused(JsonNode pair) {
    for (String half : List.of("a", "b")) {
      boolean expected = accepted().get(id(pair)).contains(half);
      String outcome = outcome(half(pair, half, date()));
      assertEquals(expected, outcome.equals("200"), id(pair) + " " + half + ": " + outcome);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void otherHalf_isRefusedAfterTheFirst_andTheFirstStillPassesWhereItIsSafe(JsonNode pair) {
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      String date = date();
      RawRequest first = half(pair, order.get(0), date);
      RawRequest second = half(pair, order.get(1), date);
      assertEquals(first.header("Authorization"), second.header("Authorization"));
      if (accepted().get(id(pair)).contains(order.get(0))) {
        assertEquals("200", outcome(first));
        long before = gateway.invocations();
        String refusal = outcome(second);
        assertEquals(before + 1, gateway.invocations(), "a servlet was invoked");
        boolean alone = accepted().get(id(pair)).contains(order.get(1));
        assertTrue(alone ? refusal.equals("401 replayed") : !refusal.equals("200"), refusal);
        assertEquals(first.method().equals("GET") ? "200" : "401 replayed", outcome(first));
      }
    }
  }
}
