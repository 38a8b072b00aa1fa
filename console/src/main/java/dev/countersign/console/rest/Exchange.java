package dev.countersign.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ExpectedVersion;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.Page;
import dev.countersign.persistence.management.Paging;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call on its way, with what its handler asks of it. */
record Exchange(
    Management management, Endpoint endpoint, Call call, Map<String, String> variables) {

  /** Refuses what the operation does not take. */
  void check() {
    call.query().keySet().stream()
        .filter(name -> !endpoint.query().contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw RestFault.malformed("this takes no parameter " + Texts.quoted(name));
            });
    if (endpoint.request() == null && call.body() != null) {
      throw RestFault.malformed("this takes no body");
    }
    if (endpoint.versioned() && call.ifMatch() == null) {
      throw RestFault.versionMissing();
    }
  }

  Actor actor() {
    return call.actor();
  }

  Actor.Operator operator() {
    if (actor() instanceof Actor.Operator operator) {
      return operator;
    }
    throw RestFault.operatorsOnly();
  }

  /** The value of a variable of the template. */
  String id(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  String id() {
    return id("id");
  }

  /** The value of a parameter; {@code null} where it is absent or empty. */
  @Nullable String query(String name) {
    String value = call.query().get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String required(String name) {
    String value = query(name);
    if (value == null) {
      throw RestFault.malformed("this needs the parameter " + name);
    }
    return value;
  }

  /** The account that is named, or the actor's own; {@code null} for an operator's silence. */
  @Nullable String account(@Nullable String named) {
    if (named == null && actor() instanceof Actor.AccountActor account) {
      return account.accountId();
    }
    return named;
  }

  /** The same, where one is needed. */
  String requiredAccount(@Nullable String named) {
    String account = account(named);
    if (account == null) {
      throw RestFault.malformed("an operator names the account: accountId");
    }
    return account;
  }

  <T> T body(Class<T> type) {
    JsonNode body = call.body();
    if (body == null) {
      throw RestFault.malformed("this needs a body");
    }
    return Json.read(body, type);
  }

  ExpectedVersion expected() {
    return Etags.expected(Objects.requireNonNull(call.ifMatch(), "checked before"));
  }

  Paging paging() {
    return Cursors.paging(query("limit"), query("after"));
  }

  /** An object as it was left or found. */
  Answer object(Object view) {
    return Views.answer(endpoint, view, Map.of());
  }

  /** A new object, and where it is. */
  Answer created(Object view, String location) {
    return Views.answer(endpoint, view, Map.of("Location", location));
  }

  /** A part of a list. */
  <T> Answer page(Page<T> page, Function<T, ?> view) {
    return Views.page(page, view);
  }

  /** Nothing is left to tell. */
  Answer done() {
    return new Answer(endpoint.status(), null, Map.of("Cache-Control", "no-store"));
  }
}
