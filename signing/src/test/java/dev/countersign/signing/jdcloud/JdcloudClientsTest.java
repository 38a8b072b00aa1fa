package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.Programs;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as published clients sign them pass unchanged, and not when changed. */
class JdcloudClientsTest {

  private static final Set<String> WRONG = Set.of("signature-invalid", "body-mismatch");
  private static final String GENERATOR = "src/test/python/vectors/make_jdcloud_clients.py";

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
  void request_hasTheCanonicalRequestOfItsClient(ClientRow row) throws Exception {
    PresentedSignature presented = row.scheme().read(row.request().signable());

    List<String> texts =
        Verification.texts(presented, row.request().bodyBytes()).stream()
            .map(text -> ((StringToSign) text).canonicalRequest())
            .toList();

    assertTrue(texts.contains(row.canonicalRequest()), texts.toString());
    assertTrue(texts.size() <= 16, "bounded work");
    assertEquals(Instant.parse("2026-11-21T22:36:00Z"), presented.signedAt());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nonce_countsWhereItIsSigned(ClientRow row) throws Exception {
    Replay replay = row.scheme().read(row.request().signable()).replay();

    boolean signed = row.canonicalRequest().contains("\nx-jdcloud-nonce:");
    Replay expected =
        signed
            ? new Replay.Nonce(row.request().header("x-jdcloud-nonce").orElseThrow())
            : new Replay.Signature(false);
    assertEquals(expected, replay);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherMethod_isInvalid(ClientRow row) {
    VectorRequest sent = row.request();
    assertWrong(row, new VectorRequest("HEAD", sent.target(), sent.headers(), sent.body()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherTarget_isInvalid(ClientRow row) {
    assertWrong(row, target(row, target -> "/x" + target));
    assertWrong(row, target(row, target -> target + (target.contains("?") ? "&" : "?") + "z9=1"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherDate_isInvalid(ClientRow row) {
    assertWrong(row, header(row, "x-jdcloud-date", value -> value.replace("T2", "T1")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherHostOrNonce_isInvalidWhereItIsSigned(ClientRow row) {
    for (String name : List.of("host", "x-jdcloud-nonce")) {
      String outcome = outcome(row, header(row, name, value -> "other-" + value));
      boolean signed = row.canonicalRequest().contains("\n" + name + ":");
      assertEquals(signed ? "signature-invalid" : ADMITTED, outcome, name);
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
        row.options().unsignedPayload() ? outcome.equals(ADMITTED) : WRONG.contains(outcome),
        outcome);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherSecret_isInvalid(ClientRow row) {
    Secret other = Secret.ofText("c2VjcmV0LW9mLXRoZS1leGFtcGxm");
    assertEquals("signature-invalid", Verification.outcome(row.request(), other, row.scheme()));
  }

  @Test
  void signedHash_isProvedWhileTheBodyArrives() throws Exception {
    ClientRow row =
        ClientRow.named("The gateway's Java signer takes a signed hash for that of the body.");
    assertInstanceOf(
        Coverage.DeclaredDigest.class, row.scheme().read(row.request().signable()).coverage());
  }

  @Test
  void generator_writesTheFileAgain() throws Exception {
    Programs.require("python3");
    String written =
        Programs.run(
                Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONIOENCODING", "utf-8"),
                List.of("python3", GENERATOR))
            .outOfSuccess();

    assertEquals(JsonRows.file("jdcloud-clients.json"), new ObjectMapper().readTree(written));
    assertEquals(
        27 + JsonRows.file("jdcloud-recorded.json").required("rows").size(), rows().size());
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

  private static VectorRequest header(ClientRow row, String name, UnaryOperator<String> change) {
    VectorRequest sent = row.request();
    List<String> headers = new ArrayList<>();
    for (String line : sent.headers()) {
      int colon = line.indexOf(": ");
      boolean wanted = line.substring(0, colon).equalsIgnoreCase(name);
      String value = line.substring(colon + 2);
      headers.add(line.substring(0, colon + 2) + (wanted ? change.apply(value) : value));
    }
    return new VectorRequest(sent.method(), sent.target(), headers, sent.body());
  }

  private static String outcome(ClientRow row, VectorRequest request) {
    return Verification.outcome(request, row.secret(), row.scheme());
  }
}
