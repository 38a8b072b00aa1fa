package dev.countersign.sample.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the requests of tests over HTTP/2 without TLS. The client of the JDK begins every
 * connection with HTTP/1.1, so one call is spent on that. Thread-safe.
 */
public final class Http2Client {

  private static final Map<Integer, Http2Client> CLIENTS = new ConcurrentHashMap<>();
  private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 3;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  private final String origin;

  private Http2Client(int port) {
    origin = "http://localhost:" + port;
  }

  /** The one of all tests for this port, so that its connection is used again. */
  public static Http2Client of(int port) {
    return CLIENTS.computeIfAbsent(port, Http2Client::new);
  }

  /** Never answers what came over another protocol. */
  public RawResponse send(RawRequest request) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        if (exchange(RawRequest.get("/")).version() == HttpClient.Version.HTTP_2) {
          HttpResponse<byte[]> answer = exchange(request);
          if (answer.version() == HttpClient.Version.HTTP_2) {
            return response(answer);
          }
        }
      }
      throw new AssertionError("the server does not speak HTTP/2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<byte[]> exchange(RawRequest request)
      throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(origin + request.target()))
            .timeout(PATIENCE)
            .method(request.method(), publisher(request));
    for (RawRequest.Field field : request.headers()) {
      if (!OF_THE_CLIENT.contains(field.name().toLowerCase(Locale.ROOT))) {
        builder.header(field.name(), field.value());
      }
    }
    return client.send(builder.build(), BodyHandlers.ofByteArray());
  }

  private static BodyPublisher publisher(RawRequest request) {
    if (request.method().equals("GET") && request.body().length == 0) {
      return BodyPublishers.noBody();
    }
    return request.isChunked()
        ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body()))
        : BodyPublishers.ofByteArray(request.body());
  }

  private static RawResponse response(HttpResponse<byte[]> answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer.headers().map().forEach((name, values) -> headers.put(name, values.toString()));
    return RawResponse.of(answer.statusCode(), headers, answer.body());
  }
}
