package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.console.rest.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way to the REST interface: in this process, or in a server. Not thread-safe. */
interface Calls extends AutoCloseable {

  /**
   * Makes a call.
   *
   * @throws CommandFault if nothing answers
   */
  Answer answer(Ask ask);

  /** What can be said of the way, for {@code doctor}. */
  List<Check> check();

  @Override
  void close();

  /**
   * What a call is answered; a missing node for nothing.
   *
   * @throws CommandFault if it is refused
   */
  default JsonNode sent(Ask ask) {
    Answer answer = answer(ask);
    JsonNode body = answer.body() == null ? MissingNode.getInstance() : answer.body();
    if (answer.isSuccess()) {
      return body;
    }
    String sentence = Output.safe(body.path("detail").asText("the answer gives no reason"));
    String code = Output.safe(body.path("code").asText(""));
    String all = "refused (" + (answer.status() + " " + code).strip() + "): " + sentence;
    throw answer.status() == 503 ? CommandFault.unavailable(all) : CommandFault.refused(all);
  }

  /** All items of a list, over all its pages. */
  default List<JsonNode> all(String path, Map<String, String> query) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> page = new HashMap<>(query);
    page.put("limit", "200");
    String after;
    do {
      JsonNode answer = sent(Ask.get(path, page));
      answer.path("items").forEach(items::add);
      after = answer.path("next").asText(null);
      if (after != null) {
        page.put("after", after);
      }
    } while (after != null);
    return items;
  }
}
