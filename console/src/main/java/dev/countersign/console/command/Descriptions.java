package dev.countersign.console.command;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code --help} says of members of the REST interface. */
final class Descriptions {

  /** Member, what stands for its value, sentence. */
  private static final String TABLE =
      """
      id | GRANT-ID | the id of a grant, as lists of grants print it
      requestId | REQUEST-ID | the id that the caller was told
      after | CURSOR | where the page begins: what "next" was in the answer before
      limit | COUNT | print one page, of so many items: 1 to 200
      search | TEXT | only those that have this in their name
      environment | NAME | the name of an environment
      method | METHOD | of HTTP, in upper case, such as GET; that of an API may be * for any
      path | PATH | below the context path, decoded, without a query
      objectId | ID | only what happened to the object of this id
      from | INSTANT | only what happened then or later, such as 2026-11-21T00:00:00Z
      until | INSTANT | only what happened before, such as 2026-11-21T00:00:00Z
      name | NAME | what it is called
      description | TEXT | what it is, for people
      schemes | SCHEME | what it may sign with, such as countersign-1; several between commas
      enabled | true|false | whether its calls are let in
      overlapSeconds | SECONDS | how long the former secret serves, too: 0 is not at all; without it a day
      template | TEMPLATE | the path of the API, such as /orders/{id} or /orders/**
      document | FILE | an OpenAPI 3 document, in JSON or YAML
      prefix | PATH | what to put in front of each path of the document
      preview | - | only tell what would be made
      notBefore | INSTANT | when it begins to hold, such as 2026-11-21T00:00:00Z; without it at once
      expiresAt | INSTANT | when it no longer holds, such as 2030-01-01T00:00:00Z; without it never
      roles | ROLE | what isUserInRole says yes to; several between commas
      presented | FILE | the file with the text that the caller signed
      built | FILE | the file with the text that the server built
      """;

  private static final Map<String, Line> LINES =
      TABLE
          .lines()
          .map(line -> line.split(" \\| ", 3))
          .collect(Collectors.toMap(cells -> cells[0], cells -> new Line(cells[1], cells[2])));

  private Descriptions() {}

  /**
   * One line of the table.
   *
   * @param label what stands for the value
   */
  record Line(String label, String sentence) {}

  /** What is said of a member that is known by itself, not as one of a kind. */
  static Line of(String member) {
    return Optional.ofNullable(LINES.get(member))
        .orElseThrow(() -> new IllegalStateException("nothing is said of " + member));
  }
}
