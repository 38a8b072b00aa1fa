package dev.countersign.sample.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * A signed upload whose caller ends the connection, and what its servlet was told of the body.
 *
 * @param pause whether the servlet waits already when the body is sent
 * @param missing how many of the last bytes are not sent
 */
record EndingCall(Site site, String path, RawRequest signed, boolean pause, int missing) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** In one frame. */
  private static final int MOST_OVER_HTTP2 = 16_000;

  /** How a caller ends a connection. */
  enum End {
    /** Says that nothing more comes, and waits for the answer. */
    HALF_CLOSE {
      @Override
      void apply(Socket socket) throws IOException {
        socket.shutdownOutput();
      }
    },
    /** Waits for nothing. */
    RESET {
      @Override
      void apply(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    };

    abstract void apply(Socket socket) throws IOException;
  }

  static EndingCall of(Site site, String way, byte[] body, boolean chunked, boolean pause) {
    String path = "/echo/ends/" + way + "/" + WireSigner.nonce();
    RawRequest call =
        site.request("POST", path).set("Content-Type", "application/octet-stream").body(body);
    RawRequest signed = site.signed(chunked ? call.inChunks() : call);
    return new EndingCall(site, path, signed, pause, 0);
  }

  /** Under the signature of the body that was. */
  EndingCall withBody(byte[] other) {
    return new EndingCall(site, path, signed.body(other), pause, missing);
  }

  EndingCall without(int lastBytes) {
    return new EndingCall(site, path, signed, pause, lastBytes);
  }

  /** So many bytes of what the framing makes of the body come. */
  EndingCall withOnly(int bytes) {
    return without(signed.bytes().length - signed.head().length - bytes);
  }

  /** Sends, and ends; the answer, where one comes. */
  Optional<RawResponse> send(End end) throws IOException {
    return send(end, this::awaitServlet);
  }

  /** Waits for something else than the servlet, where it pauses. */
  Optional<RawResponse> send(End end, Runnable awaited) throws IOException {
    byte[] all = signed.bytes();
    int until = all.length - missing;
    int first = pause ? beforeThePause(until) : 0;
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(all, 0, first);
      if (pause) {
        awaited.run();
      }
      socket.getOutputStream().write(all, first, until - first);
      end.apply(socket);
      return end == End.RESET ? Optional.empty() : answer(socket);
    }
  }

  /** Half of the body; of chunks at least the first line, before which GlassFish calls nobody. */
  private int beforeThePause(int until) {
    int head = signed.head().length;
    int least = signed.isChunked() ? Math.min(until, head + "1..".length()) : head;
    return Math.max(least, (head + until) / 2);
  }

  /** Sends most of it over HTTP/2, and then takes it back. */
  void giveUpOverHttp2() throws IOException {
    giveUpOverHttp2(this::awaitServlet);
  }

  void giveUpOverHttp2(Runnable awaited) throws IOException {
    int most = Math.min(signed.body().length - missing, MOST_OVER_HTTP2);
    new Http2Client(site.port()).giveUp(signed, most, awaited);
  }

  private void awaitServlet() {
    Eventually.within(PATIENCE, "the servlet reads", this::hasBegun);
  }

  /** Whether the servlet was called. */
  boolean hasBegun() {
    return told().path("begun").asBoolean();
  }

  private static Optional<RawResponse> answer(Socket socket) {
    try {
      return Optional.of(RawResponse.read(socket.getInputStream(), false));
    } catch (IOException closedWithoutAnAnswer) {
      return Optional.empty();
    }
  }

  /** What the servlet was told until now. */
  JsonNode told() {
    return site.assertAdmitted(site.signed(site.get(path))).json();
  }

  /** Until the servlet has been told how it ended: by an end or by a failure. */
  String ending() {
    Eventually.within(PATIENCE, "the servlet is told", () -> count(told()) > 0);
    return summary(told());
  }

  /** What it was told in all. */
  String summary() {
    return summary(told());
  }

  private static int count(JsonNode told) {
    return told.path("ends").asInt() + told.path("failures").asInt();
  }

  private static String summary(JsonNode told) {
    return told.path("ends").asInt()
        + " ends, "
        + told.path("failures").asInt()
        + " failures, finished: "
        + told.path("finished").asBoolean();
  }

  @Override
  public String toString() {
    String framing = signed.isChunked() ? " bytes in chunks, " : " bytes, ";
    return path + ": " + signed.body().length + framing + missing + " missing, pause: " + pause;
  }
}
