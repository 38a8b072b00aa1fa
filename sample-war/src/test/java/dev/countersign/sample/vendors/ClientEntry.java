package dev.countersign.sample.vendors;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.server.SiteKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One row of {@code vendors/clients.json}, the fixed list: who is missing there is not tested, and
 * who is there is never skipped silently.
 *
 * @param id names it in the summary
 * @param sentence which published program it is, and in which form it is used
 * @param scheme that it speaks
 * @param site that it calls; SCHEMES unless its scheme needs an option
 * @param java name of a client in this JVM, see {@link JavaClients}
 * @param run the command of a driver, started in src/test/clients
 * @param check a command that fails where what the driver needs is not there
 * @param install how to get that
 * @param options what the driver is told with every request
 * @param header a header that it signs and that is tampered with; X-Tenant unless it is said
 * @param clock whether it signs with the instant that it is told
 * @param cannot what it cannot do, with the reason: a case, {@code tamper:X}, {@code again:X}
 *     ({@link Tamper}), {@code asked:X} ({@link Asked}), or one of these behind a case and a blank
 * @param refused cases that are refused for a reason that docs/migrating.md gives
 */
record ClientEntry(
    String id,
    String sentence,
    String scheme,
    SiteKind site,
    String java,
    List<String> run,
    List<String> check,
    String install,
    Map<String, Object> options,
    String header,
    boolean clock,
    Map<String, String> cannot,
    Map<String, Refusal> refused) {

  /** What is answered, and why. */
  record Refusal(String code, String why) {}

  ClientEntry {
    Objects.requireNonNull(sentence, id);
    site = site == null ? SiteKind.SCHEMES : site;
    run = run == null ? List.of() : List.copyOf(run);
    check = check == null ? List.of() : List.copyOf(check);
    options = options == null ? Map.of() : Map.copyOf(options);
    header = header == null ? RequestCase.HEADER : header;
    cannot = cannot == null ? Map.of() : Map.copyOf(cannot);
    refused = refused == null ? Map.of() : Map.copyOf(refused);
  }

  static List<ClientEntry> all() {
    try (InputStream in = ClientEntry.class.getResourceAsStream("/vendors/clients.json")) {
      return List.of(new ObjectMapper().readValue(in, ClientEntry[].class));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  boolean can(String what) {
    return !cannot.containsKey(what);
  }

  /** In this case. */
  boolean can(RequestCase one, String what) {
    return can(what) && can(one.id() + " " + what);
  }

  @Override
  public String toString() {
    return id;
  }
}
