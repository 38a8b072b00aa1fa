package dev.countersign.persistence.management;

import static dev.countersign.persistence.management.Call.call;
import static dev.countersign.persistence.management.Call.done;
import static dev.countersign.persistence.management.Call.operator;

import dev.countersign.persistence.data.Ids;
import java.util.List;

/** Calls on environments, API groups, APIs and grants. */
final class CatalogueCalls {

  static final List<Call> ALL =
      List.of(
          call(
              "Environments.create",
              scene -> "",
              (s, actor, id, seen) ->
                  environments(s).create(operator(actor), "e" + Ids.next(), "")),
          call(
              "Environments.describe",
              CatalogueCalls::environment,
              (s, actor, id, seen) -> environments(s).describe(operator(actor), id, "other", seen)),
          call(
              "Environments.delete",
              CatalogueCalls::environment,
              (s, actor, id, seen) ->
                  done(() -> environments(s).delete(operator(actor), id, seen))),
          call(
              "ApiGroups.define",
              CatalogueCalls::provider,
              (s, actor, id, seen) ->
                  groups(s).define(actor, new NewApiGroup(id, "g" + Ids.next(), ""))),
          call(
              "ApiGroups.describe",
              CatalogueCalls::group,
              (s, actor, id, seen) -> groups(s).describe(actor, id, "described", seen)),
          call(
              "ApiGroups.delete",
              scene -> scene.unusedGroup.id(),
              (s, actor, id, seen) -> done(() -> groups(s).delete(actor, id, seen))),
          call(
              "ApiGroups.find",
              CatalogueCalls::group,
              (s, actor, id, seen) -> groups(s).find(actor, id)),
          call(
              "ApiGroups.list",
              CatalogueCalls::provider,
              (s, actor, id, seen) -> groups(s).list(actor, id, Paging.first())),
          call(
              "Apis.define",
              CatalogueCalls::group,
              (s, actor, id, seen) -> apis(s).define(actor, NewApi.of(id, "PUT", "/orders/{id}"))),
          call(
              "Apis.plan",
              CatalogueCalls::group,
              (s, actor, id, seen) -> apis(s).plan(actor, id, many(id))),
          call(
              "Apis.defineAll",
              CatalogueCalls::group,
              (s, actor, id, seen) -> apis(s).defineAll(actor, id, many(id))),
          call(
              "Apis.describe",
              CatalogueCalls::api,
              (s, actor, id, seen) -> apis(s).describe(actor, id, "other", seen)),
          call(
              "Apis.remove",
              scene -> scene.unusedApi.id(),
              (s, actor, id, seen) -> done(() -> apis(s).remove(actor, id, seen))),
          call("Apis.find", CatalogueCalls::api, (s, actor, id, seen) -> apis(s).find(actor, id)),
          call(
              "Apis.list",
              CatalogueCalls::group,
              (s, actor, id, seen) -> apis(s).list(actor, id, Paging.first())),
          call(
              "Grants.grant of an API",
              CatalogueCalls::api,
              (s, actor, id, seen) -> grant(s, actor, new GrantTarget.OneApi(id))),
          call(
              "Grants.grant of a group",
              CatalogueCalls::group,
              (s, actor, id, seen) -> grant(s, actor, new GrantTarget.WholeGroup(id))),
          call(
              "Grants.change",
              CatalogueCalls::grant,
              (s, actor, id, seen) ->
                  grants(s).change(actor, id, GrantTerms.UNLIMITED.describedAs("other"), seen)),
          call(
              "Grants.revoke",
              CatalogueCalls::grant,
              (s, actor, id, seen) -> done(() -> grants(s).revoke(actor, id, seen))),
          call(
              "Grants.find",
              CatalogueCalls::grant,
              (s, actor, id, seen) -> grants(s).find(actor, id)),
          call(
              "Grants.listByApplication",
              scene -> scene.application.id(),
              (s, actor, id, seen) -> grants(s).listByApplication(actor, id, Paging.first())),
          call(
              "Grants.listByApi",
              CatalogueCalls::api,
              (s, actor, id, seen) -> grants(s).listByApi(actor, id, Paging.first())),
          call(
              "Grants.listByGroup",
              CatalogueCalls::group,
              (s, actor, id, seen) -> grants(s).listByGroup(actor, id, Paging.first())));

  private CatalogueCalls() {}

  /** One that is new, and one that is there. */
  private static List<NewApi> many(String group) {
    return List.of(
        NewApi.of(group, "PATCH", "/orders/{id}"), NewApi.of(group, "GET", "/orders/{number}"));
  }

  private static Object grant(Scene scene, Actor actor, GrantTarget target) {
    return grants(scene).grant(actor, NewGrant.of(scene.application.id(), target, "release"));
  }

  private static Environments environments(Scene scene) {
    return scene.site.management().environments();
  }

  private static ApiGroups groups(Scene scene) {
    return scene.site.management().apiGroups();
  }

  private static Apis apis(Scene scene) {
    return scene.site.management().apis();
  }

  private static Grants grants(Scene scene) {
    return scene.site.management().grants();
  }

  private static String environment(Scene scene) {
    return scene.environment.id();
  }

  private static String provider(Scene scene) {
    return scene.site.provider.id();
  }

  private static String group(Scene scene) {
    return scene.group.id();
  }

  private static String api(Scene scene) {
    return scene.api.id();
  }

  private static String grant(Scene scene) {
    return scene.grant.id();
  }
}
