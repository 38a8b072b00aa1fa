package dev.countersign.console.command;

import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Call;
import dev.countersign.console.rest.Rest;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.Management;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The REST interface in this process, over the database. */
final class DatabaseCalls implements Calls {

  private final Management management;
  private final Rest rest;
  private final Actor actor;

  private DatabaseCalls(Management management, Actor actor) {
    this.management = management;
    this.rest = Rest.over(management);
    this.actor = actor;
  }

  /**
   * Opens the database; whoever has its password and the master key is an operator.
   *
   * @param name for the history
   */
  static Calls open(Map<String, String> settings, String name, InstantSource clock) {
    Actor actor = new Actor.Operator(name);
    return new DatabaseCalls(Management.open(settings, clock), actor);
  }

  @Override
  public Answer answer(Ask ask) {
    return rest.answer(
        new Call(actor, ask.method(), ask.path(), ask.query(), ask.body(), ask.ifMatch()));
  }

  @Override
  public List<Check> check() {
    return List.of(Check.ok("services", "the management services answer"));
  }

  @Override
  public void close() {
    management.close();
  }
}
