package dev.countersign.console.rest;

import static java.util.Map.entry;

import dev.countersign.persistence.management.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The management calls of the table, as calls of the REST interface. */
final class RestCalls {

  static final Map<String, RestCalls.One> ALL =
      Map.ofEntries(
          entry("Accounts.create", make(s -> "", "/accounts", "{'name':'$new'}")),
          entry("Accounts.rename", edit(s -> s.owner, "/accounts/$id", "{'name':'$new'}")),
          entry("Accounts.find", get(s -> s.owner, "/accounts/$id")),
          entry("Environments.create", make(s -> "", "/environments", "{'name':'$new'}")),
          entry(
              "Environments.describe",
              edit(s -> s.environment, "/environments/$id", "{'description':'d'}")),
          entry("Environments.delete", delete(s -> s.environment, "/environments/$id")),
          entry(
              "Applications.create",
              make(s -> s.owner, "/applications", "{'accountId':'$id','name':'more'}")),
          entry("Applications.rename", application("{'name':'other'}")),
          entry("Applications.describe", application("{'description':'other'}")),
          entry("Applications.acceptSchemes", application("{'schemes':['countersign-1']}")),
          entry("Applications.change", application("{'name':'x','enabled':true}")),
          entry("Applications.enable", application("{'enabled':true}")),
          entry("Applications.disable", application("{'enabled':false}")),
          entry("Applications.delete", delete(s -> s.application, "/applications/$id")),
          entry("Applications.find", get(s -> s.application, "/applications/$id")),
          entry("Applications.list", get(s -> s.owner, "/applications?accountId=$id")),
          entry("Secrets.list", get(s -> s.application, "/applications/$id/secrets")),
          entry("Secrets.reset", post(s -> s.application, "/applications/$id/secrets/reset", null)),
          entry(
              "Secrets.rotate", post(s -> s.application, "/applications/$id/secrets/rotate", "{}")),
          entry(
              "Secrets.endOverlap",
              post(s -> s.resting, "/applications/$id/secrets/end-overlap", null)),
          entry("Imports.check", keyPairs("true")),
          entry("Imports.importAll", keyPairs("false")),
          entry(
              "ApiGroups.define",
              make(s -> s.provider, "/api-groups", "{'accountId':'$id','name':'$new'}")),
          entry("ApiGroups.describe", edit(s -> s.group, "/api-groups/$id", "{'description':'d'}")),
          entry("ApiGroups.delete", delete(s -> s.unusedGroup, "/api-groups/$id")),
          entry("ApiGroups.find", get(s -> s.group, "/api-groups/$id")),
          entry("ApiGroups.list", get(s -> s.provider, "/api-groups?accountId=$id")),
          entry(
              "Apis.define",
              make(s -> s.group, "/api-groups/$id/apis", "{'method':'PUT','template':'/orders'}")),
          entry("Apis.plan", imported("true")),
          entry("Apis.defineAll", imported("false")),
          entry(
              "Apis.describe",
              edit(s -> s.api, "/api-groups/$group/apis/$id", "{'description':'d'}")),
          entry("Apis.remove", delete(s -> s.unusedApi, "/api-groups/$group/apis/$id")),
          entry("Apis.find", get(s -> s.api, "/api-groups/$group/apis/$id")),
          entry("Apis.list", get(s -> s.group, "/api-groups/$id/apis")),
          entry("Grants.grant of an API", granted(s -> s.api, "apiId")),
          entry("Grants.grant of a group", granted(s -> s.group, "groupId")),
          entry(
              "Grants.change",
              new One(s -> s.grant, "PUT", "/grants/$id", "{'description':'d'}", true)),
          entry("Grants.revoke", delete(s -> s.grant, "/grants/$id")),
          entry("Grants.find", get(s -> s.grant, "/grants/$id")),
          entry("Grants.listByApplication", get(s -> s.application, "/applications/$id/grants")),
          entry("Grants.listByApi", get(s -> s.api, "/api-groups/$group/apis/$id/grants")),
          entry("Grants.listByGroup", get(s -> s.group, "/api-groups/$id/grants")),
          entry("Authorizations.list", get(s -> s.provider, "/authorizations?accountId=$id")),
          entry("Authorizations.find", get(s -> s.application, "/authorizations/$provider/$id")),
          entry("Authorizations.bind", bound(s -> s.group, "bind", "test")),
          entry("Authorizations.unbind", bound(s -> s.boundGroup, "unbind", "prepub")),
          entry(
              "Explanations.permissions", get(s -> s.application, "/applications/$id/permissions")),
          entry(
              "Explanations.call",
              get(
                  s -> s.application,
                  "/explain/call?applicationId=$id&environment=test&method=GET&path=/orders/1")),
          entry("Explanations.refusal", get(s -> s.refused, "/explain/requests/$id")),
          entry("AuditTrail.listOfAccount", get(s -> s.owner, "/audit?accountId=$id")));

  private RestCalls() {}

  /** One of them, with an object of a scene or another id. */
  record One(
      Function<RestScene, String> object,
      String method,
      String path,
      String body,
      boolean versioned) {

    Call on(RestScene scene, Actor actor, String id) {
      String[] target = filled(path, scene, id).split("\\?", 2);
      Call call =
          Call.send(
                  actor,
                  method,
                  target[0],
                  body == null ? null : RestScene.json(filled(body, scene, id)))
              .with(target.length == 1 ? Map.of() : parameters(target[1]));
      return versioned ? call.ifMatch("*") : call;
    }

    private static String filled(String text, RestScene scene, String id) {
      return text.replace("$group", scene.group)
          .replace("$provider", scene.provider)
          .replace("$application", scene.application)
          .replace("$new,$new", RestScene.unique() + "," + RestScene.unique())
          .replace("$new", RestScene.unique())
          .replace("$id", id);
    }

    private static Map<String, String> parameters(String query) {
      Map<String, String> parameters = new HashMap<>();
      for (String pair : query.split("&", -1)) {
        parameters.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
      return parameters;
    }
  }

  private static One get(Function<RestScene, String> object, String path) {
    return new One(object, "GET", path, null, false);
  }

  private static One make(Function<RestScene, String> object, String path, String body) {
    return new One(object, "POST", path, body, false);
  }

  private static One post(Function<RestScene, String> object, String path, String body) {
    return new One(object, "POST", path, body, true);
  }

  private static One edit(Function<RestScene, String> object, String path, String body) {
    return new One(object, "PATCH", path, body, true);
  }

  private static One delete(Function<RestScene, String> object, String path) {
    return new One(object, "DELETE", path, null, true);
  }

  private static One application(String body) {
    return edit(s -> s.application, "/applications/$id", body);
  }

  private static One imported(String preview) {
    String document = "openapi: 3.0.0\\npaths:\\n  /new:\\n    get: {}";
    return make(
        s -> s.group,
        "/api-groups/$id/apis/import",
        "{'preview':" + preview + ",'document':'" + document + "'}");
  }

  private static One keyPairs(String preview) {
    String file = "name,appKey,secret,schemes\\nold,$new,$new,tencent";
    return make(
        s -> s.owner,
        "/key-pairs/import",
        "{'accountId':'$id','format':'csv','preview':" + preview + ",'document':'" + file + "'}");
  }

  private static One granted(Function<RestScene, String> object, String member) {
    return make(
        object,
        "/grants",
        "{'applicationId':'$application','" + member + "':'$id','environment':'release'}");
  }

  private static One bound(Function<RestScene, String> object, String verb, String environment) {
    return make(
        object,
        "/authorizations/$provider/$application/" + verb,
        "{'groupIds':['$id'],'environment':'" + environment + "'}");
  }
}
