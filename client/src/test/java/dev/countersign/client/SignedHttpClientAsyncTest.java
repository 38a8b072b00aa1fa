package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedHttpClientAsyncTest {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");

  private final SignedHttpClient client =
      SignedHttpClient.builder(new AppKey("orders-app-01"), SECRET, "release")
          .clock(InstantSource.system())
          .build();

  @Test
  void manyCallsAtOnce_areEachSignedWithANonceOfTheirOwn() throws Exception {
    try (RecordingServer server = new RecordingServer()) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.url("/orders/" + i)))
                .POST(BodyPublishers.ofString("body " + i))
                .build();
        answers.add(client.sendAsync(request, BodyHandlers.ofString()));
      }
      Set<String> nonces = new HashSet<>();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertEquals(200, answer.get(30, TimeUnit.SECONDS).statusCode());
        nonces.add(server.take().verifiedNonce(SECRET));
      }

      assertEquals(100, nonces.size());
    }
  }

  @Test
  void requestThatCannotBeSigned_completesExceptionally() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:1/caf\u00e9")).build();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    CompletionException failure = assertThrows(CompletionException.class, answer::join);

    assertInstanceOf(IllegalArgumentException.class, failure.getCause());
  }

  @Test
  void bodyThatCannotBeRead_completesExceptionally(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("gone"), "text");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:1/"))
            .POST(BodyPublishers.ofFile(file))
            .build();
    Files.delete(file);
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    CompletionException failure = assertThrows(CompletionException.class, answer::join);

    assertEquals("the body cannot be read for its digest", failure.getCause().getMessage());
  }

  @Test
  void cancelledAnswer_closesTheConnection() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout(20_000);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + silent.getLocalPort() + "/"))
              .build();
      CompletableFuture<HttpResponse<Void>> answer =
          client.sendAsync(request, BodyHandlers.discarding());
      try (Socket accepted = silent.accept()) {
        accepted.setSoTimeout(20_000);
        InputStream in = accepted.getInputStream();
        assertTrue(in.read() >= 0, "the request has begun");
        assertTrue(answer.cancel(true));
        in.transferTo(OutputStream.nullOutputStream());
      }
      assertTrue(answer.isCancelled());
    }
  }
}
