package dev.countersign.sample.echo;

import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.TreeSet;

/** Ways that read in the thread that was given, or do not read at all. */
final class BodyWays {

  private BodyWays() {}

  /** Reads and answers. */
  static Way of(Reading reading) {
    return (request, response) -> {
      Sight sight = Sight.of(request);
      reading.read(request, sight);
      JsonAnswer.write(response, 200, sight);
    };
  }

  static Way named(String reading) {
    return of(Reading.named(reading));
  }

  /** Here servers differ in whether the query's or the parts' parameters come first. */
  static void partsFirst(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Sight sight = Sight.of(request);
    for (Part part : request.getParts()) {
      sight.part(part);
    }
    sight.put("parameterNames", new TreeSet<>(request.getParameterMap().keySet()));
    JsonAnswer.write(response, 200, sight);
  }

  static void unread(HttpServletRequest request, HttpServletResponse response) throws IOException {
    JsonAnswer.write(response, response.getStatus(), Sight.of(request));
  }
}
