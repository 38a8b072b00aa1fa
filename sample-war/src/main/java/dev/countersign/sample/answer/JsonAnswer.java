package dev.countersign.sample.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** JSON in and out. Thread-safe. */
public final class JsonAnswer {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonAnswer() {}

  /** Answers with the value as JSON in UTF-8. */
  public static void write(HttpServletResponse response, int status, Object value)
      throws IOException {
    byte[] json = MAPPER.writeValueAsBytes(value);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  /** The value as JSON in UTF-8, for a file. */
  public static byte[] bytes(Object value) throws IOException {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads one JSON value.
   *
   * @throws BadInputException if it is none
   */
  public static JsonNode read(InputStream body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadInputException("the body is no JSON");
    }
  }
}
