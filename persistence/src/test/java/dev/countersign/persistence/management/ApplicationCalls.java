package dev.countersign.persistence.management;

import static dev.countersign.persistence.management.Call.call;
import static dev.countersign.persistence.management.Call.done;
import static dev.countersign.persistence.management.Call.operator;

import dev.countersign.persistence.data.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Calls on accounts, applications and their secrets. */
final class ApplicationCalls {

  static final List<Call> ALL =
      List.of(
          call(
              "Accounts.create",
              scene -> "",
              (s, actor, id, seen) -> accounts(s).create(operator(actor), "new " + Ids.next())),
          call(
              "Accounts.rename",
              ApplicationCalls::owner,
              (s, actor, id, seen) ->
                  accounts(s).rename(operator(actor), id, "other " + Ids.next(), seen)),
          call(
              "Accounts.find",
              ApplicationCalls::owner,
              (s, actor, id, seen) -> accounts(s).find(actor, id)),
          call(
              "Applications.create",
              ApplicationCalls::owner,
              (s, actor, id, seen) -> applications(s).create(actor, NewApplication.of(id, "more"))),
          call(
              "Applications.rename",
              ApplicationCalls::application,
              (s, actor, id, seen) -> applications(s).rename(actor, id, "renamed", seen)),
          call(
              "Applications.describe",
              ApplicationCalls::application,
              (s, actor, id, seen) -> applications(s).describe(actor, id, "described", seen)),
          call(
              "Applications.acceptSchemes",
              ApplicationCalls::resting,
              (s, actor, id, seen) ->
                  applications(s).acceptSchemes(actor, id, Set.of("countersign-1"), seen)),
          call(
              "Applications.change",
              ApplicationCalls::application,
              (s, actor, id, seen) ->
                  applications(s)
                      .change(actor, id, new ApplicationChange("changed", null, null, true), seen)),
          call(
              "Applications.enable",
              ApplicationCalls::resting,
              (s, actor, id, seen) -> applications(s).enable(actor, id, seen)),
          call(
              "Applications.disable",
              ApplicationCalls::application,
              (s, actor, id, seen) -> applications(s).disable(actor, id, seen)),
          call(
              "Applications.delete",
              ApplicationCalls::application,
              (s, actor, id, seen) -> done(() -> applications(s).delete(actor, id, seen))),
          call(
              "Applications.find",
              ApplicationCalls::application,
              (s, actor, id, seen) -> applications(s).find(actor, id)),
          call(
              "Applications.list",
              ApplicationCalls::owner,
              (s, actor, id, seen) -> applications(s).list(actor, id, "", Paging.first())),
          call("Imports.check", ApplicationCalls::owner, ImportCalls::check),
          call("Imports.importAll", ApplicationCalls::owner, ImportCalls::importAll),
          call(
              "Secrets.reset",
              ApplicationCalls::application,
              (s, actor, id, seen) -> secrets(s).reset(actor, id, seen)),
          call(
              "Secrets.rotate",
              ApplicationCalls::application,
              (s, actor, id, seen) -> secrets(s).rotate(actor, id, Duration.ofHours(1), seen)),
          call(
              "Secrets.endOverlap",
              ApplicationCalls::resting,
              (s, actor, id, seen) -> done(() -> secrets(s).endOverlap(actor, id, seen))),
          call(
              "Secrets.list",
              ApplicationCalls::application,
              (s, actor, id, seen) -> secrets(s).list(actor, id)),
          call(
              "AuditTrail.listOfAccount",
              ApplicationCalls::owner,
              (s, actor, id, seen) ->
                  s.site
                      .management()
                      .auditTrail()
                      .listOfAccount(actor, id, AuditFilter.EVERYTHING, Paging.first())));

  private ApplicationCalls() {}

  private static Accounts accounts(Scene scene) {
    return scene.site.management().accounts();
  }

  private static Applications applications(Scene scene) {
    return scene.site.management().applications();
  }

  private static Secrets secrets(Scene scene) {
    return scene.site.management().secrets();
  }

  private static String owner(Scene scene) {
    return scene.site.owner.id();
  }

  private static String application(Scene scene) {
    return scene.application.id();
  }

  private static String resting(Scene scene) {
    return scene.resting.id();
  }
}
