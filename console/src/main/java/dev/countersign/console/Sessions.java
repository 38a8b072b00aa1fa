package dev.countersign.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.console.rest.Answer;

/** Adds to the answer about a session what only a web server knows. */
final class Sessions {

  private Sessions() {}

  static Answer withToken(Answer answer, String token) {
    if (!(answer.body() instanceof ObjectNode body)) {
      return answer;
    }
    ObjectNode told = body.deepCopy();
    told.put("csrfToken", token);
    return new Answer(answer.status(), told, answer.headers());
  }
}
