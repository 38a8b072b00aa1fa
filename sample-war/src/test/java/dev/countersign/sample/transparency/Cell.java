package dev.countersign.sample.transparency;

import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.wire.RawRequest;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One cell of the matrix. The names are those of the sample's echo servlet. */
record Cell(String protocol, SiteKind filtered, String body, String reading, String handling) {

  static final List<String> READINGS =
      List.of("bytes", "stream", "lines", "reader", "parameters", "parts", "part", "listener");

  private static final List<String> HANDLINGS =
      List.of("direct", "complete", "dispatch", "forward", "include", "error-page", "send-error");

  /** All of one protocol, for the bodies with these names. */
  static List<Cell> all(String protocol, Set<String> bodies) {
    List<Cell> cells = new ArrayList<>();
    for (SiteKind kind : List.of(SiteKind.MEMORY, SiteKind.STREAMING, SiteKind.NEIGHBOURED)) {
      for (String body : bodies) {
        for (String reading : READINGS) {
          HANDLINGS.forEach(each -> cells.add(new Cell(protocol, kind, body, reading, each)));
        }
      }
    }
    return cells;
  }

  /** The WAR that differs only by the missing filter. */
  SiteKind plain() {
    return filtered == SiteKind.NEIGHBOURED ? SiteKind.NEIGHBOURED_PLAIN : SiteKind.PLAIN;
  }

  /** The same for all cells that are compared with the same answers. */
  String plainName() {
    return toString().replace(filtered.name(), plain().name());
  }

  /** Of the answer, when nothing goes wrong. */
  int status() {
    return switch (handling) {
      case "error-page" -> HttpURLConnection.HTTP_INTERNAL_ERROR;
      case "send-error" -> HttpURLConnection.HTTP_CONFLICT;
      default -> HttpURLConnection.HTTP_OK;
    };
  }

  /**
   * Whether nobody tells what the servlet saw, where an error page runs for no error of a dispatch.
   */
  boolean isAnsweredByTheServer() {
    return reading.equals("listener") && handling.equals("send-error");
  }

  RawRequest request(RawRequest withBody) {
    return withBody.target(
        withBody.target().replaceFirst("/echo/a", "/echo/via/" + handling + "/" + reading));
  }

  @Override
  public String toString() {
    return String.join(", ", protocol, filtered.name(), body, reading, handling);
  }
}
