package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two requests with one signature: what each alone is worth. That the second is refused after the
 * first is the work of the gate, which these requests ask for it.
 */
class TencentAmbiguityTest {

  private static final TencentScheme SCHEME = TencentScheme.create();

  /** The halves that are accepted alone, as docs/schemes/tencent.md lists them. */
  private static final Map<String, String> ACCEPTED_ALONE =
      Map.of(
          "split-value", "b",
          "query-or-form", "ab",
          "empty-value", "ab",
          "question-mark-in-path", "b",
          "environment", "ab",
          "host", "ab",
          "body-without-md5", "");

  static List<JsonNode> pairs() {
    return TencentVectors.list(TencentVectors.file("/vectors/ambiguity-pairs.json")).stream()
        .filter(pair -> pair.required("scheme").textValue().startsWith("tencent"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void halfAlone_isAcceptedWhereTheDocsSaySo(JsonNode pair) throws Exception {
    String accepted =
        (isGood(pair, "request_a") ? "a" : "") + (isGood(pair, "request_b") ? "b" : "");

    assertEquals(ACCEPTED_ALONE.get(pair.required("id").textValue()), accepted);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void half_asksForAMemoryOfSignatures(JsonNode pair) throws Exception {
    PresentedSignature presented = SCHEME.read(request(pair, "request_a"));

    assertEquals(new Replay.Signature(false), presented.replay());
    assertEquals(presented.tag().hex(), SCHEME.read(request(pair, "request_b")).tag().hex());
  }

  @Test
  void everyPairOfTheFile_isKnown() {
    assertEquals(ACCEPTED_ALONE.size(), pairs().size());
    assertFalse(pairs().isEmpty());
  }

  private static boolean isGood(JsonNode pair, String half) throws Exception {
    return TencentVectors.isGood(
        SCHEME,
        request(pair, half),
        pair.required(half).required("body").textValue().getBytes(StandardCharsets.UTF_8),
        Secret.ofText(pair.required("secret").textValue()));
  }

  private static SignableRequest request(JsonNode pair, String half) {
    JsonNode node = pair.required(half);
    JsonNode host = node.get("host");
    Headers.Builder headers =
        Headers.builder()
            .add("X-Date", "Thu, 11 Mar 2021 08:29:58 GMT")
            .add("Accept", "application/json")
            .add(
                "Authorization",
                "hmac id=\"APIDorders\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\""
                    + pair.required("signature").textValue()
                    + "\"");
    String type = node.required("content_type").textValue();
    if (!type.isEmpty()) {
      headers.add("Content-Type", type);
    }
    return new SignableRequest(
        node.required("method").textValue(),
        host == null ? "api.example.com" : host.textValue(),
        node.required("path").textValue(),
        node.required("query").textValue(),
        headers.build());
  }
}
