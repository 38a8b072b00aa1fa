package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentStepTest {

  private static Placement resolve(EnvironmentChoice choice, String stated, String path)
      throws Rejection, UnreadableSignatureException {
    Arrival arrival = Gates.arrival(Gates.signer(stated, Gates.NOW), "GET", path, new byte[0]);
    SignableRequest request = arrival.signable();
    PresentedSignature presented = Schemes.countersign1().read(request);
    return new EnvironmentStep(choice).resolve(arrival, presented);
  }

  private static void assertMismatch(EnvironmentChoice choice, String stated, String path) {
    Rejection refused = assertThrows(Rejection.class, () -> resolve(choice, stated, path));
    assertEquals(Reason.ENVIRONMENT_MISMATCH, refused.reason());
  }

  @Test
  void fixedEnvironment_servesWhoStatesIt_andNobodyElse() throws Exception {
    EnvironmentChoice release = new EnvironmentChoice.Fixed("release");
    assertEquals(
        new Placement("release", "/orders", false), resolve(release, "release", "/orders"));
    assertMismatch(release, "test", "/orders");
    assertMismatch(release, "Release", "/orders");
  }

  @Test
  void headerEnvironment_isTheOneStatedUnderTheSignature() throws Exception {
    assertEquals(
        "test", resolve(new EnvironmentChoice.FromHeader(), "test", "/orders").environment());
  }

  @Test
  void hostEnvironment_isThatOfTheHostCalled() throws Exception {
    EnvironmentChoice hosts = new EnvironmentChoice.FromHost(Map.of("api.example", "prepub"));
    assertEquals("prepub", resolve(hosts, "prepub", "/orders").environment());
    assertMismatch(hosts, "release", "/orders");
    assertMismatch(
        new EnvironmentChoice.FromHost(Map.of("other.example", "prepub")), "prepub", "/orders");
  }

  @ParameterizedTest
  @CsvSource({
    "/test/orders/17, /orders/17",
    "/test/, /",
    "/test/test/x, /test/x",
  })
  void pathEnvironment_isTheFirstWholeSegment_andIsTakenAway(String path, String rest)
      throws Exception {
    assertEquals(
        new Placement("test", rest, true), resolve(new EnvironmentChoice.FromPath(), "test", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/test", "/tests/orders", "/orders/test"})
  void pathWithoutTheStatedSegment_isAMismatch(String path) {
    assertMismatch(new EnvironmentChoice.FromPath(), "test", path);
  }
}
