package dev.countersign.sample.stream;

import dev.countersign.sample.server.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One body, and how it comes. */
record EndingRow(String way, int length, boolean chunked, boolean pause) {

  /** Around what the filter withholds, and some of its buffers long. */
  private static final List<Integer> LENGTHS = List.of(1, 8192, 8193, 100_000);

  static List<EndingRow> all() {
    List<EndingRow> rows = new ArrayList<>();
    for (int length : LENGTHS) {
      for (int form = 0; form < 8; form++) {
        String way = (form & 1) == 0 ? "listener" : "waiting";
        rows.add(new EndingRow(way, length, (form & 2) != 0, (form & 4) != 0));
      }
    }
    return rows;
  }

  EndingCall call(Site site) {
    return EndingCall.of(site, way, body(), chunked, pause);
  }

  byte[] body() {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) 'b');
    return body;
  }

  /** How many bytes may be missing at the end, so that the body is not whole. */
  List<Integer> missing() {
    // Chunks end with a line, and all of them with "0" and two lines.
    int end = chunked ? "..0....".length() : 0;
    List<Integer> some = new ArrayList<>(chunked ? List.of(end - 2, end - 1, end) : List.of(1));
    if (length > 1) {
      some.addAll(List.of(end + 1, end + length / 2));
    }
    return some;
  }
}
