package dev.countersign.persistence.management;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code calls.csv}, joined with the calls it names. */
final class CallTable {

  static final Map<String, Call> CALLS =
      Stream.of(ApplicationCalls.ALL, CatalogueCalls.ALL, PermitCalls.ALL)
          .flatMap(List::stream)
          .collect(Collectors.toMap(Call::name, Function.identity()));

  private CallTable() {}

  /** A row. */
  record Row(
      Call call,
      String owner,
      String provider,
      String action,
      boolean before,
      boolean after,
      String touches,
      boolean versioned) {

    boolean changes() {
      return !action.equals("-");
    }

    boolean operatorsOnly() {
      return owner.equals("-");
    }

    @Override
    public String toString() {
      return call.name();
    }
  }

  static List<Row> rows() {
    try (InputStream file = CallTable.class.getResourceAsStream("calls.csv")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(CallTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    Call call = Objects.requireNonNull(CALLS.get(cells[0]), cells[0]);
    return new Row(
        call, cells[1], cells[2], cells[3], yes(cells[4]), yes(cells[5]), cells[6], yes(cells[7]));
  }

  private static boolean yes(String cell) {
    return switch (cell) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException(cell);
    };
  }
}
