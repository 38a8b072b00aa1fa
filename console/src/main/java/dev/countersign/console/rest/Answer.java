package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered. Immutable, unless its body is changed. It does not print its body, which
 * may hold a secret.
 *
 * @param status as in HTTP
 * @param body a JSON document, a problem document (RFC 9457) where the status is 400 or above;
 *     {@code null} for none
 * @param headers such as {@code ETag}, {@code Location} and {@code Cache-Control}
 */
public record Answer(int status, @Nullable JsonNode body, Map<String, String> headers) {

  private static final int FIRST_ERROR = 400;

  /** Copies the map. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Whether it did what was asked. */
  public boolean isSuccess() {
    return status < FIRST_ERROR;
  }

  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
