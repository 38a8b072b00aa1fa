package dev.countersign.signing.aliyun;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.Programs;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as published clients sign them pass unchanged, and not when changed. */
class AliyunClientsTest {

  private static final Set<String> WRONG = Set.of("signature-invalid", "body-mismatch");
  private static final String GENERATOR = "src/test/python/vectors/make_aliyun_clients.py";

  static List<ClientRow> rows() {
    return ClientRow.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void request_isAdmitted(ClientRow row) {
    assertEquals(ADMITTED, outcome(row, row.request()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void request_hasTheStringToSignOfItsClient(ClientRow row) throws Exception {
    PresentedSignature presented = row.scheme().read(row.request().signable());

    List<String> texts =
        Verification.texts(presented, row.request().bodyBytes()).stream()
            .map(text -> new String(text.bytes(), StandardCharsets.UTF_8))
            .toList();

    assertTrue(texts.contains(row.stringToSign()), texts.toString());
    assertTrue(texts.size() <= 6, "bounded work");
    assertEquals(
        Instant.parse("2026-11-21T22:36:00Z"),
        presented.signedAt().truncatedTo(ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nonceAndStage_countWhereTheyAreSigned(ClientRow row) throws Exception {
    PresentedSignature presented = row.scheme().read(row.request().signable());
    String signed = row.stringToSign().toLowerCase(Locale.ROOT);

    Replay expected =
        signed.contains("\nx-ca-nonce:")
            ? new Replay.Nonce(row.request().header("x-ca-nonce").orElseThrow())
            : new Replay.Signature(false);
    assertEquals(expected, presented.replay());
    assertEquals(
        row.request()
            .header("x-ca-stage")
            .map(Map.of("RELEASE", "release", "PRE", "prepub", "TEST", "test")::get)
            .orElse(null),
        presented.environment());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherMethodOrTarget_isInvalid(ClientRow row) {
    VectorRequest sent = row.request();
    assertWrong(row, new VectorRequest("HEAD", sent.target(), sent.headers(), sent.body()));
    assertWrong(row, target(row, target -> "/x" + target));
    assertWrong(row, target(row, target -> target + (target.contains("?") ? "&" : "?") + "z9=1"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherSignedHeader_isInvalid(ClientRow row) {
    for (String line : row.request().headers()) {
      String name = line.substring(0, line.indexOf(':'));
      boolean signed =
          row.stringToSign()
                  .toLowerCase(Locale.ROOT)
                  .contains("\n" + name.toLowerCase(Locale.ROOT) + ":")
              || Set.of("accept", "content-md5", "content-type", "date")
                  .contains(name.toLowerCase(Locale.ROOT));
      String outcome = outcome(row, header(row, line, line + "0"));
      boolean harmless = !signed && !name.toLowerCase(Locale.ROOT).startsWith("x-ca-");
      assertTrue(harmless != !outcome.equals(ADMITTED), name + " " + outcome);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherBody_isRefusedUnlessNoBodyIsSigned(ClientRow row) {
    VectorRequest sent = row.request();
    byte[] other =
        (new String(sent.bodyBytes(), StandardCharsets.UTF_8) + "x")
            .getBytes(StandardCharsets.UTF_8);

    String outcome =
        outcome(
            row,
            new VectorRequest(sent.method(), sent.target(), sent.headers(), Optional.of(other)));

    assertTrue(
        row.options().unsignedBody() ? outcome.equals(ADMITTED) : WRONG.contains(outcome), outcome);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherSecret_isInvalid(ClientRow row) {
    Secret other = Secret.ofText("c2VjcmV0LW9mLXRoZS1leGFtcGxm");
    assertEquals("signature-invalid", Verification.outcome(row.request(), other, row.scheme()));
  }

  @Test
  void generator_writesTheFileAgain() throws Exception {
    Programs.require("python3");
    String written =
        Programs.run(
                Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONIOENCODING", "utf-8"),
                List.of("python3", GENERATOR))
            .outOfSuccess();

    assertEquals(JsonRows.file("aliyun-clients.json"), new ObjectMapper().readTree(written));
    assertEquals(22 + JsonRows.file("aliyun-recorded.json").required("rows").size(), rows().size());
  }

  private static void assertWrong(ClientRow row, VectorRequest changed) {
    String outcome = outcome(row, changed);
    assertTrue(WRONG.contains(outcome), outcome);
  }

  private static VectorRequest target(ClientRow row, UnaryOperator<String> change) {
    VectorRequest sent = row.request();
    return new VectorRequest(
        sent.method(), change.apply(sent.target()), sent.headers(), sent.body());
  }

  private static VectorRequest header(ClientRow row, String line, String other) {
    VectorRequest sent = row.request();
    List<String> headers =
        sent.headers().stream().map(one -> one.equals(line) ? other : one).toList();
    return new VectorRequest(sent.method(), sent.target(), headers, sent.body());
  }

  private static String outcome(ClientRow row, VectorRequest request) {
    return Verification.outcome(request, row.secret(), row.scheme());
  }
}
