package dev.countersign.signing.aws4;

import static dev.countersign.signing.vectors.Verification.ADMITTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Secret;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of published clients pass unchanged, and not when changed. */
class Aws4ClientsTest {

  private static final Set<String> WRONG = Set.of("signature-invalid", "body-mismatch");

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
  void anotherMethod_isInvalid(ClientRow row) {
    VectorRequest sent = row.request();
    assertWrong(row, new VectorRequest("PATCH", sent.target(), sent.headers(), sent.body()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherPath_isInvalid(ClientRow row) {
    assertWrong(row, target(row, target -> "/x" + target));
    assertWrong(
        row,
        target(
            row, target -> target.contains("?") ? target.replaceFirst("\\?", "/?") : target + "/"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherQuery_isInvalid(ClientRow row) {
    assertWrong(row, target(row, target -> target + (target.contains("?") ? "&" : "?") + "z9=1"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherHostOrDate_isInvalid(ClientRow row) {
    assertWrong(row, header(row, "host", value -> "evil.example.com"));
    assertWrong(row, header(row, "x-amz-date", value -> value.replace("T2", "T1")));
    assertWrong(row, target(row, value -> value.replace("20261121T2", "20261121T1")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherBody_isRefusedUnlessNoBodyIsSigned(ClientRow row) {
    VectorRequest sent = row.request();
    byte[] other =
        (new String(sent.bodyBytes(), StandardCharsets.UTF_8) + "x")
            .getBytes(StandardCharsets.UTF_8);
    VectorRequest changed =
        new VectorRequest(sent.method(), sent.target(), sent.headers(), Optional.of(other));

    String outcome = outcome(row, changed);

    assertTrue(
        row.options().unsignedPayload() ? outcome.equals(ADMITTED) : WRONG.contains(outcome),
        outcome);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherSecret_isInvalid(ClientRow row) {
    Secret other = Secret.ofText("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ");
    assertEquals(
        "signature-invalid",
        Verification.outcome(row.request(), other, Aws4Scheme.of(row.options())));
  }

  @Test
  void file_holdsEveryClient() {
    assertEquals(31, rows().size());
    assertTrue(rows().stream().anyMatch(row -> row.options().presigned()));
  }

  /** A change that the row does not have a place for leaves it admitted. */
  private static void assertWrong(ClientRow row, VectorRequest changed) {
    if (!changed.equals(row.request())) {
      String outcome = outcome(row, changed);
      assertTrue(WRONG.contains(outcome), outcome);
    }
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
    return Verification.outcome(request, row.secret(), Aws4Scheme.of(row.options()));
  }
}
