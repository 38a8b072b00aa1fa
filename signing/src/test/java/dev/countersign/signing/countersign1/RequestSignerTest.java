package dev.countersign.signing.countersign1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");
  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");
  private static final byte[] BODY = "{\"item\":\"Käse\"}".getBytes(StandardCharsets.UTF_8);

  private final RequestSigner signer = signer("release");

  @Test
  void signedRequest_isReadAndVerified() throws Exception {
    SignableRequest request = request("/orders", "notify=yes");
    Map<String, String> added =
        signer.sign(request, ContentDigest.ofBody(BODY), List.of("X-Tenant", "accept"));
    PresentedSignature presented = Countersign1Scheme.create().read(with(request, added));
    Coverage.DeclaredDigest coverage = (Coverage.DeclaredDigest) presented.coverage();

    assertTrue(presented.isMadeWith(SECRET, coverage.canonicalRequest()));
    assertTrue(coverage.digest().matches(ContentDigest.ofBody(BODY)));
    assertEquals(NOW, presented.signedAt());
    assertEquals("release", presented.environment());
    assertEquals("accept;x-tenant", added.get("X-App-Signed-Headers"));
    assertFalse(
        presented.isMadeWith(
            Secret.ofText("another secret of enough bytes"), coverage.canonicalRequest()));
  }

  @Test
  void sameRequestSignedAgain_hasAnotherNonceAndSignature() {
    SignableRequest request = request("/orders", "");
    Set<String> nonces = new HashSet<>();
    Set<String> signatures = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Map<String, String> added = signer.sign(request, ContentDigest.OF_NOTHING, List.of());
      String nonce = added.getOrDefault("X-App-Nonce", "");
      assertTrue(nonce.matches("[A-Za-z0-9_-]{24}"), nonce);
      nonces.add(nonce);
      signatures.add(added.get("X-App-Signature"));
    }

    assertEquals(1000, nonces.size());
    assertEquals(1000, signatures.size());
  }

  @Test
  void noFurtherHeaders_leaveTheListOut() {
    Map<String, String> added =
        signer.sign(request("/orders", ""), ContentDigest.OF_NOTHING, List.of());

    assertEquals(
        List.of(
            "X-App-Key",
            "X-App-Timestamp",
            "X-App-Nonce",
            "X-App-Environment",
            "Content-Digest",
            "X-App-Signature"),
        List.copyOf(added.keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Cookie", "host", "Content-Type", "X-App-Nonce", "X-Absent", "x tenant", ""})
  void headerThatCannotBeSigned_isRefusedHere(String name) {
    SignableRequest request = request("/orders", "");

    assertThrows(
        IllegalArgumentException.class,
        () -> signer.sign(request, ContentDigest.OF_NOTHING, List.of(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/caf\u00e9", "/a b", "/a\nb"})
  void pathThatNoRequestLineHolds_isRefusedHere(String path) {
    SignableRequest request = request(path, "");

    assertThrows(
        IllegalArgumentException.class,
        () -> signer.sign(request, ContentDigest.OF_NOTHING, List.of()));
  }

  @Test
  void requestThatIsSignedAlready_isRefusedHere() {
    SignableRequest request = request("/orders", "");
    Map<String, String> added = signer.sign(request, ContentDigest.OF_NOTHING, List.of());

    assertThrows(
        IllegalArgumentException.class,
        () -> signer.sign(with(request, added), ContentDigest.OF_NOTHING, List.of()));
  }

  @Test
  void environmentThatIsNoName_isRefusedHere() {
    SignableRequest request = request("/orders", "");

    assertThrows(
        IllegalArgumentException.class,
        () -> signer("pre prod").sign(request, ContentDigest.OF_NOTHING, List.of()));
  }

  @Test
  void canonicalRequestOnPaper_hidesSignedHeaderValues() throws Exception {
    SignableRequest request = request("/orders", "");
    Map<String, String> added =
        signer.sign(request, ContentDigest.OF_NOTHING, List.of("authorization", "x-tenant"));
    PresentedSignature presented = Countersign1Scheme.create().read(with(request, added));
    Coverage.DeclaredDigest coverage = (Coverage.DeclaredDigest) presented.coverage();
    String disclosed = coverage.canonicalRequest().disclosed();

    // printf %s 'Bearer token' | sha256sum
    assertTrue(disclosed.contains("authorization:<12 characters, sha-256 b22ac30e>"), disclosed);
    assertTrue(disclosed.startsWith("countersign-1\norders-app-01\n2026-11-21T19:44:12Z\n"));
    assertFalse((disclosed + presented + coverage).contains("Bearer"));
  }

  private static RequestSigner signer(String environment) {
    return RequestSigner.of(
        new AppKey("orders-app-01"), SECRET, environment, InstantSource.fixed(NOW));
  }

  private static SignableRequest request(String path, String query) {
    Headers headers =
        Headers.builder()
            .add("Content-Type", "application/json")
            .add("X-Tenant", " blue\t\tsky ")
            .add("Accept", "*/*")
            .add("Authorization", "Bearer token")
            .build();
    return new SignableRequest("POST", "api.example.com", path, query, headers);
  }

  private static SignableRequest with(SignableRequest request, Map<String, String> added) {
    Headers.Builder headers = Headers.builder();
    request.headers().names().forEach(n -> headers.addAll(n, request.headers().values(n)));
    added.forEach(headers::add);
    return new SignableRequest(
        request.method(), request.authority(), request.path(), request.query(), headers.build());
  }
}
