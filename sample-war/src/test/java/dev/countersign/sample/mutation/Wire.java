package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.testing.logs.Sensitive;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that is used again for as long as it is clear where a request ends. What could be
 * two requests, or none, gets one of its own that is closed behind the last byte, and every answer
 * is read. Used by one thread.
 */
final class Wire implements AutoCloseable {

  private final RawClient client;
  private Socket socket;
  private InputStream in;

  Wire(int port) {
    client = new RawClient(port);
  }

  /** The answers, of which the gravest counts: an admission. */
  Answer send(Message message) {
    Sensitive.placed(message.line());
    Sensitive.placed(message.body());
    try {
      return message.isOneForSure() ? onKept(message) : onItsOwn(message);
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + message, e);
    }
  }

  private Answer onKept(Message message) throws IOException {
    boolean used = socket != null;
    try {
      return sendOnKept(message);
    } catch (IOException e) {
      close();
      if (!used) {
        throw e;
      }
      // The server had ended the old one meanwhile, as servers may.
      return sendOnKept(message);
    }
  }

  private Answer sendOnKept(Message message) throws IOException {
    if (socket == null) {
      socket = client.open();
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.getOutputStream().write(message.bytes());
    Answer answer = next(in, false);
    if (answer == null) {
      throw new EOFException("the connection ended");
    }
    if (answer.isLast()) {
      close();
    }
    return answer;
  }

  private Answer onItsOwn(Message message) throws IOException {
    List<Answer> answers = new ArrayList<>();
    boolean headOnly = message.line().startsWith("HEAD ");
    try (Socket own = client.open();
        InputStream from = new BufferedInputStream(own.getInputStream())) {
      own.getOutputStream().write(message.bytes());
      own.shutdownOutput();
      for (Answer answer = next(from, headOnly); answer != null; answer = next(from, headOnly)) {
        answers.add(answer);
      }
    } catch (SocketException reset) {
      // A server that answers without reading all may reset, once it has said no.
      answers.add(Answer.SILENCE);
    }
    return answers.stream()
        .filter(Answer::isAdmission)
        .findFirst()
        .orElse(answers.isEmpty() ? Answer.SILENCE : answers.get(0));
  }

  /**
   * Nothing when there is none left. To a request of HTTP/0.9 the answer has no head, with Tomcat
   * also to one that breaks off before its version.
   */
  private static Answer next(InputStream in, boolean headOnly) throws IOException {
    in.mark(8);
    String start = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
    in.reset();
    if (start.isEmpty()) {
      return null;
    }
    if (!start.equals("HTTP/")) {
      in.readAllBytes();
      return Answer.WITHOUT_HEAD;
    }
    return Answer.of(RawResponse.read(in, headOnly));
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      socket = null;
    }
  }
}
