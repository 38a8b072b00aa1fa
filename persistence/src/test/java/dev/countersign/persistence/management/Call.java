package dev.countersign.persistence.management;

import java.util.function.Function;

/**
 * A management call on an object of a scene, with arguments under which it changes something.
 *
 * @param name as the table writes it
 * @param object the id that the call is told
 */
record Call(String name, Function<Scene, String> object, Made made) {

  static Call call(String name, Function<Scene, String> object, Made made) {
    return new Call(name, object, made);
  }

  /** Makes it on the object of the scene. */
  Object make(Scene scene, Actor actor) {
    return make(scene, actor, object.apply(scene));
  }

  /** Makes it with another id. */
  Object make(Scene scene, Actor actor, String id) {
    return made.make(scene, actor, id, ExpectedVersion.ANY);
  }

  /** Makes it on the object of the scene, where it has this version. */
  Object make(Scene scene, Actor actor, ExpectedVersion seen) {
    return made.make(scene, actor, object.apply(scene), seen);
  }

  /** Such as {@code Grants.grant}. */
  String method() {
    return name.split(" ", 2)[0];
  }

  static Actor.Operator operator(Actor actor) {
    return (Actor.Operator) actor;
  }

  static Object done(Runnable call) {
    call.run();
    return "done";
  }

  interface Made {
    Object make(Scene scene, Actor actor, String id, ExpectedVersion seen);
  }
}
