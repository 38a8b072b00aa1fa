package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Json;
import dev.countersign.console.rest.Rest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The REST interface of a server. */
final class ServerCalls implements Calls {

  private static final int UNAUTHORIZED = 401;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final URI root;
  private final String credentials;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
          .build();
  private @Nullable String token;

  /**
   * @param console where the console is, such as {@code https://host/app/console}
   */
  ServerCalls(URI console, String user, String password, InstantSource clock) {
    this.root = ServerAddress.root(console);
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.clock = clock;
  }

  @Override
  public Answer answer(Ask ask) {
    byte[] sent = ask.body() == null ? new byte[0] : Json.write(ask.body());
    if (sent.length > Rest.BODY_LIMIT) {
      throw CommandFault.usage(tooLarge(sent.length));
    }
    if (!ask.method().equals("GET") && token == null) {
      token = sent(Ask.get("/session", Map.of())).path("csrfToken").asText("");
    }
    HttpResponse<byte[]> response = send(request(ask, sent));
    if (response.statusCode() == UNAUTHORIZED) {
      throw wrongLogin();
    }
    return new Answer(response.statusCode(), body(response), Map.of());
  }

  private static String tooLarge(int length) {
    return "nothing was sent: the request would have "
        + length
        + " bytes, and a server takes at most "
        + Rest.BODY_LIMIT
        + "; split the file, or work over the database by --jdbc-url";
  }

  private HttpRequest request(Ask ask, byte[] sent) {
    String query =
        ask.query().entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    URI target = URI.create(root + ask.path() + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(ANSWER)
            .header("Authorization", credentials)
            .header("Accept", "application/json");
    if (token != null && !ask.method().equals("GET")) {
      request.header("X-Countersign-Token", token);
    }
    if (ask.ifMatch() != null) {
      request.header("If-Match", ask.ifMatch());
    }
    if (ask.body() == null) {
      return request.method(ask.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(ask.method(), BodyPublishers.ofByteArray(sent))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      String why = "the server " + root.getAuthority() + " does not answer: " + Outage.words(e);
      throw Outage.isLasting(e) ? CommandFault.refused(why) : CommandFault.unavailable(why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFault.unavailable("interrupted while waiting for the server");
    }
  }

  private static @Nullable JsonNode body(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300 && response.statusCode() < 400) {
      throw noConsole(response);
    }
    if (response.body().length == 0) {
      return null;
    }
    try {
      return Json.parse(response.body());
    } catch (IOException e) {
      throw noConsole(response);
    }
  }

  private static CommandFault wrongLogin() {
    return CommandFault.refused(
        "refused (401): the server knows no such --user with this password, which is from the"
            + " variable COUNTERSIGN_PASSWORD if that is set; where its realm takes no passwords, work"
            + " over the database by --jdbc-url");
  }

  /** The container answers before the console where it is told to in web.xml. */
  private static CommandFault noConsole(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case UNAUTHORIZED -> wrongLogin();
      case 403 -> CommandFault.refused("refused (403): this user has no role that may");
      default ->
          CommandFault.refused(
              "the server answers "
                  + response.statusCode()
                  + ", and not as a console does: is --server the address of a console?"
                  + " And no login form may stand before its REST interface");
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public List<Check> check() {
    HttpResponse<byte[]> response;
    Answer answer;
    try {
      response = send(request(Ask.get("/session", Map.of()), new byte[0]));
      answer = new Answer(response.statusCode(), body(response), Map.of());
    } catch (CommandFault e) {
      return List.of(Check.fault("server", e));
    }
    Check login =
        answer.isSuccess()
            ? Check.ok("login", "the server lets " + name(answer) + " in")
            : refusedLogin(answer.status());
    return List.of(
        Check.ok("server", "it answers"),
        login,
        ClockCheck.of(clock.instant(), response.headers().firstValue("Date").orElse(null)));
  }

  private static Check refusedLogin(int status) {
    return status == UNAUTHORIZED
        ? Check.fault("login", wrongLogin())
        : Check.refused("login", status);
  }

  private static String name(Answer answer) {
    JsonNode body = answer.body();
    return body == null ? "nobody" : Output.safe(body.path("name").asText());
  }

  @Override
  public void close() {
    // Nothing is held open: connections end with the process.
  }
}
