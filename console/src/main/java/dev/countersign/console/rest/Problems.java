package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.persistence.management.ChangeConflictException;
import dev.countersign.persistence.management.InvalidArgumentException;
import dev.countersign.persistence.management.ManagementException;
import dev.countersign.persistence.management.ManagementUnavailableException;
import dev.countersign.persistence.management.UnknownObjectException;
import java.util.HashMap;
import java.util.Map;

/** Problem documents (RFC 9457), for whoever answers a call of the console. */
public final class Problems {

  private static final String TYPE_PREFIX = "urn:countersign:problem:";
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "The request is not well formed"),
          Map.entry(401, "Nobody is logged in"),
          Map.entry(403, "This is not allowed"),
          Map.entry(404, "There is no such thing"),
          Map.entry(405, "This method is not for this path"),
          Map.entry(409, "The change does not fit what is there"),
          Map.entry(412, "Somebody else changed it meanwhile"),
          Map.entry(413, "The body is too large"),
          Map.entry(415, "The body has another type than JSON"),
          Map.entry(428, "The version is missing"),
          Map.entry(500, "The console failed"),
          Map.entry(503, "The console is not available"));

  private Problems() {}

  /**
   * A refusal.
   *
   * @param status 400 or above
   * @param code a word that programs tell it by
   * @param detail a sentence for people; never a secret
   */
  public static Answer answer(int status, String code, String detail) {
    return answer(status, code, detail, Map.of());
  }

  static Answer answer(int status, String code, String detail, Map<String, String> headers) {
    ObjectNode body = Json.object();
    body.put("type", TYPE_PREFIX + code);
    body.put("title", TITLES.getOrDefault(status, "Refused"));
    body.put("status", status);
    body.put("code", code);
    body.put("detail", detail);
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/problem+json");
    all.put("Cache-Control", "no-store");
    return new Answer(status, body, all);
  }

  static Answer of(ManagementException e) {
    String detail = String.valueOf(e.getMessage());
    if (e instanceof UnknownObjectException) {
      return answer(404, "unknown", detail);
    }
    if (e instanceof ChangeConflictException conflict) {
      return conflict(conflict.kind(), detail);
    }
    if (e instanceof InvalidArgumentException) {
      return answer(400, "invalid", detail);
    }
    if (e instanceof ManagementUnavailableException) {
      return answer(503, "unavailable", detail, Map.of("Retry-After", "5"));
    }
    return answer(500, "failed", "the console failed; its log says why");
  }

  private static Answer conflict(ChangeConflictException.Kind kind, String detail) {
    return switch (kind) {
      case VERSION -> answer(412, "version-mismatch", detail);
      case STATE -> answer(409, "state", detail);
      case TAKEN -> answer(409, "taken", detail);
    };
  }
}
