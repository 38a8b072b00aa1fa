package dev.countersign.persistence.management;

import static dev.countersign.persistence.management.Call.call;

import java.util.List;

/** Calls on authorizations and explanations. */
final class PermitCalls {

  static final List<Call> ALL =
      List.of(
          call(
              "Authorizations.list",
              scene -> scene.site.provider.id(),
              (s, actor, id, seen) -> authorizations(s).list(actor, id, Paging.first())),
          call(
              "Authorizations.find",
              scene -> scene.application.id(),
              (s, actor, id, seen) -> authorizations(s).find(actor, s.site.provider.id(), id)),
          call(
              "Authorizations.bind",
              scene -> scene.group.id(),
              (s, actor, id, seen) ->
                  authorizations(s).bind(actor, binding(s, id, "test"), GrantTerms.UNLIMITED)),
          call(
              "Authorizations.unbind",
              scene -> scene.boundGroup.id(),
              (s, actor, id, seen) -> authorizations(s).unbind(actor, binding(s, id, "prepub"))),
          call(
              "Explanations.permissions",
              scene -> scene.application.id(),
              (s, actor, id, seen) -> explanations(s).permissions(actor, id, "", Paging.first())),
          call(
              "Explanations.call",
              scene -> scene.application.id(),
              (s, actor, id, seen) ->
                  explanations(s).call(actor, new CallQuestion(id, "test", "GET", "/orders/1"))),
          call(
              "Explanations.refusal",
              scene -> scene.refusedRequest,
              (s, actor, id, seen) -> explanations(s).refusal(actor, id)));

  private PermitCalls() {}

  private static Binding binding(Scene scene, String group, String environment) {
    return new Binding(
        scene.site.provider.id(), scene.application.id(), List.of(group), environment);
  }

  private static Authorizations authorizations(Scene scene) {
    return scene.site.management().authorizations();
  }

  private static Explanations explanations(Scene scene) {
    return scene.site.management().explanations();
  }
}
