package dev.countersign.sample.echo;

import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * What happens to a request before or after its body is read in one of the ways of {@link Reading},
 * or by a listener: the two last segments of {@code /echo/via/<handling>/<reading>}. Stateless.
 */
@FunctionalInterface
interface Handling {

  String LISTENER = "listener";

  /** All of them, by the name that a path gives them. */
  Map<String, Handling> BY_NAME =
      Map.of(
          "direct", (reading, request, response) -> direct(reading).answer(request, response),
          "complete", Handling::complete,
          "dispatch",
              (reading, request, response) -> request.startAsync().dispatch(target(reading)),
          "forward",
              (reading, request, response) ->
                  request.getRequestDispatcher(target(reading)).forward(request, response),
          "include",
              (reading, request, response) ->
                  request.getRequestDispatcher(target(reading)).include(request, response),
          "error-page",
              (reading, request, response) -> readThen("error-page", reading, request, response),
          "send-error",
              (reading, request, response) -> readThen("send-error", reading, request, response));

  void handle(String reading, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  /** The way for {@code <handling>/<reading>}. */
  static Way named(String handling, String reading) {
    boolean known = Reading.BY_NAME.containsKey(reading) || reading.equals(LISTENER);
    Handling chosen = BY_NAME.get(handling);
    return chosen == null || !known
        ? Way.UNKNOWN
        : (request, response) -> chosen.handle(reading, request, response);
  }

  private static Way direct(String reading) {
    return reading.equals(LISTENER) ? AsyncWays::listener : BodyWays.named(reading);
  }

  private static String target(String reading) {
    return "/echo/via/direct/" + reading + "?added=by-dispatch&x=7";
  }

  /** In another thread, which completes. */
  private static void complete(
      String reading, HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          if (reading.equals(LISTENER)) {
            AsyncWays.listen(async, ListeningReader::answer);
          } else {
            AsyncWays.readAndComplete(async, BodyWays.named(reading));
          }
        });
  }

  /** Ends in the error page of {@code web.xml}, which tells what was seen before. */
  private static void readThen(
      String end, String reading, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (reading.equals(LISTENER)) {
      AsyncWays.listen(
          request.startAsync(),
          (async, sight) -> {
            sight.keep();
            async.dispatch("/echo/via/" + end + "/nothing");
          });
      return;
    }
    Sight sight = Sight.of(request);
    Reading.named(reading).read(request, sight);
    sight.keep();
    if (end.equals("error-page")) {
      throw new ToldToFailException();
    }
    response.sendError(HttpServletResponse.SC_CONFLICT, "told to send an error");
  }

  /** The error page: what it sees itself, and what was seen before the error. */
  static void afterError(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Sight sight = Sight.of(request);
    if (Sight.isKept(request)) {
      sight.withParameters().putKept();
    }
    JsonAnswer.write(response, response.getStatus(), sight);
  }
}
