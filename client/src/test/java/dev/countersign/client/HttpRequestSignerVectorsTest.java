package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.countersign1.RequestSigner;
import dev.countersign.signing.vectors.AcceptedVector;
import dev.countersign.signing.vectors.VectorFile;
import dev.countersign.signing.vectors.VectorRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java client signs the vectors too: those whose instant and nonce are of the form that it
 * writes.
 */
class HttpRequestSignerVectorsTest {

  private static final List<String> SENT_BY_SIGNER = List.of("host", "x-app-", "content-digest");

  static List<AcceptedVector> rows() {
    return VectorFile.accepted().stream()
        .filter(row -> header(row, "X-App-Timestamp").length() == "2026-11-21T19:44:12Z".length())
        .filter(row -> header(row, "X-App-Nonce").length() == 24)
        .toList();
  }

  @Test
  void rows_areNearlyAll() {
    assertTrue(rows().size() >= VectorFile.accepted().size() - 5, rows().size() + " rows");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void vector_isSignedToTheLetter(AcceptedVector row) {
    HttpRequest signed = signer(row).sign(request(row.request()), digest(row));

    for (String name :
        List.of(
            "X-App-Key",
            "X-App-Timestamp",
            "X-App-Nonce",
            "X-App-Environment",
            "X-App-Signature")) {
      assertEquals(List.of(header(row, name)), signed.headers().allValues(name), name);
    }
    assertEquals(
        row.request().header("X-App-Signed-Headers"),
        signed.headers().firstValue("X-App-Signed-Headers"));
    assertEquals(List.of(digest(row).headerValue()), signed.headers().allValues("Content-Digest"));
  }

  private static HttpRequestSigner signer(AcceptedVector row) {
    RequestSigner signer =
        RequestSigner.of(
            new AppKey(header(row, "X-App-Key")),
            row.secret(),
            header(row, "X-App-Environment"),
            InstantSource.fixed(Instant.parse(header(row, "X-App-Timestamp"))),
            new KnownBytes(Base64.getUrlDecoder().decode(header(row, "X-App-Nonce"))));
    Set<String> names =
        row.request().header("X-App-Signed-Headers").stream()
            .flatMap(list -> Arrays.stream(list.split(";", -1)))
            .collect(Collectors.toSet());
    return new HttpRequestSigner(signer, names);
  }

  private static HttpRequest request(VectorRequest row) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
            URI.create("http://" + row.header("Host").orElseThrow() + row.target()));
    row.headersExcept(SENT_BY_SIGNER)
        .forEach(header -> builder.header(header.getKey(), header.getValue()));
    return builder
        .method(
            row.method(),
            row.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody))
        .build();
  }

  private static ContentDigest digest(AcceptedVector row) {
    return ContentDigest.ofBody(row.request().bodyBytes());
  }

  private static String header(AcceptedVector row, String name) {
    return row.request().header(name).orElseThrow();
  }

  /** Gives the bytes of a vector's nonce, so that a signature can be foretold. */
  private static final class KnownBytes extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] known;

    KnownBytes(byte[] known) {
      this.known = known;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      assertEquals(known.length, bytes.length);
      System.arraycopy(known, 0, bytes, 0, bytes.length);
    }
  }
}
