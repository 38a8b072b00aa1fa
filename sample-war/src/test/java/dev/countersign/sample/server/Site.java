package dev.countersign.sample.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.io.IOException;
import java.nio.file.Path;

/** One deployed WAR, and how to call it. */
public record Site(int port, String path, Path directory) {

  public RawClient client() {
    return new RawClient(port);
  }

  public String host() {
    return "localhost:" + port;
  }

  /** A request to a path below the context, with a Host header and nothing else. */
  public RawRequest request(String method, String below) {
    return RawRequest.of(method, path + below).add("Host", host());
  }

  public RawRequest get(String below) {
    return request("GET", below);
  }

  public Application application(String name) {
    try {
      return Application.named(directory.resolve("applications.json"), name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public RawRequest signed(RawRequest request) {
    return WireSigner.sign(request, application("echo"));
  }

  public RawResponse send(RawRequest request) {
    return client().send(request);
  }

  /** How often the servlets were invoked, asked by a call that is admitted and counts itself. */
  public long invocations() {
    RawResponse answer = send(signed(get("/echo/count")));
    assertEquals(200, answer.status(), answer::toString);
    return answer.json().path("count").asLong();
  }

  /**
   * Sends what must be refused, and proves that no servlet saw it: the count rose by exactly the
   * control call that reads it.
   */
  public RawResponse refused(RawRequest request) {
    long before = invocations();
    RawResponse answer = send(request);
    assertEquals(before + 1, invocations(), () -> "a servlet was invoked: " + answer);
    return answer;
  }

  public void assertRefused(int status, String code, RawRequest request) {
    RawResponse answer = refused(request);
    assertEquals(
        status + " " + code,
        answer.status() + " " + answer.code(),
        () -> describe(request, answer));
  }

  /** Whether no filter gave that answer: the WAR without the filter is answered just so. */
  public boolean isServersOwn(RawResponse answer, RawRequest request, Site plain) {
    if (!answer.code().equals("-") || answer.status() < 300) {
      return false;
    }
    String elsewhere = request.target().replace(path, plain.path());
    return plain.send(request.target(elsewhere)).status() == answer.status();
  }

  public RawResponse assertAdmitted(RawRequest request) {
    RawResponse answer = send(request);
    assertEquals(200, answer.status(), () -> describe(request, answer));
    return answer;
  }

  private static String describe(RawRequest request, RawResponse answer) {
    return request.method() + " " + request.target() + " " + request.headers() + " -> " + answer;
  }
}
