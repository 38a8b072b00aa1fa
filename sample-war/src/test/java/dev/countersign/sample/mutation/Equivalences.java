package dev.countersign.sample.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows of {@code equivalences.csv}: which differences are none, in which schemes. */
record Equivalences(List<Row> rows) {

  /** Where documentation says so, in these words; on one server only, or on each. */
  record Row(
      Equivalence equivalence, List<Client> clients, String page, String sentence, String server) {

    private static Row of(String line) {
      String[] columns = line.split("\\|", -1);
      return new Row(
          Equivalence.valueOf(columns[0]),
          Arrays.stream(columns[1].split(" ")).map(Client::valueOf).toList(),
          columns[2],
          columns[3],
          columns[4]);
    }

    private boolean holdsHere() {
      return System.getProperty("it.server").startsWith(server);
    }
  }

  static Equivalences read() {
    try (var in = Equivalences.class.getResourceAsStream("/mutation/equivalences.csv")) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return new Equivalences(lines.skip(1).map(Row::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The equivalences that make one of both, each of them needed; empty where the difference is a
   * real one.
   */
  List<Equivalence> between(Client client, Message one, Message other) {
    List<Equivalence> all =
        rows.stream()
            .filter(row -> row.clients().contains(client) && row.holdsHere())
            .map(Row::equivalence)
            .toList();
    if (!isSame(client, all, one, other)) {
      return List.of();
    }
    List<Equivalence> needed = new ArrayList<>(all);
    all.forEach(
        each -> {
          List<Equivalence> fewer = new ArrayList<>(needed);
          fewer.remove(each);
          if (isSame(client, fewer, one, other)) {
            needed.remove(each);
          }
        });
    return needed;
  }

  private static boolean isSame(Client client, List<Equivalence> rows, Message one, Message other) {
    return plain(client, rows, one).equals(plain(client, rows, other));
  }

  /** In the order of the enum, in which each finds what it needs. */
  private static HttpForm plain(Client client, List<Equivalence> rows, Message message) {
    Message plain = message;
    for (Equivalence row : new TreeSet<>(rows)) {
      plain = row.plain(client, plain);
    }
    return HttpForm.of(plain);
  }
}
