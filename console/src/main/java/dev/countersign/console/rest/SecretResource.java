package dev.countersign.console.rest;

import dev.countersign.persistence.management.IssuedSecret;
import dev.countersign.persistence.management.SecretDetails;
import dev.countersign.persistence.management.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Secrets of applications; the version that a change names is that of the application. */
final class SecretResource {

  private static final String SECRETS = "/applications/{id}/secrets";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  SECRETS,
                  "Lists the secrets that serve now, the newest first, without their values",
                  Answers.Secret.class),
              SecretResource::list),
          Route.of(
              Endpoint.change(
                      "POST",
                      SECRETS + "/reset",
                      "Replaces all secrets at once by a new one, which is shown this once",
                      null,
                      Answers.IssuedSecret.class)
                  .withSecret(),
              x -> x.object(issued(secrets(x).reset(x.actor(), x.id(), x.expected())))),
          Route.of(
              Endpoint.change(
                      "POST",
                      SECRETS + "/rotate",
                      "Issues a new secret, shown this once; the former one serves for a while yet",
                      Requests.Rotation.class,
                      Answers.IssuedSecret.class)
                  .withSecret(),
              SecretResource::rotate),
          Route.of(
              Endpoint.change(
                  "POST",
                  SECRETS + "/end-overlap",
                  "Erases the former secret before its time",
                  null,
                  null),
              SecretResource::endOverlap));

  private SecretResource() {}

  private static Answer list(Exchange exchange) {
    // At most two, so there is never a second part.
    exchange.paging();
    return Views.items(
        secrets(exchange).list(exchange.actor(), exchange.id()).stream()
            .map(SecretResource::view)
            .toList(),
        null);
  }

  private static Answer rotate(Exchange exchange) {
    Long seconds = exchange.body(Requests.Rotation.class).overlapSeconds();
    Duration overlap = seconds == null ? Secrets.DEFAULT_OVERLAP : Duration.ofSeconds(seconds);
    return exchange.object(
        issued(
            secrets(exchange)
                .rotate(exchange.actor(), exchange.id(), overlap, exchange.expected())));
  }

  private static Answer endOverlap(Exchange exchange) {
    secrets(exchange).endOverlap(exchange.actor(), exchange.id(), exchange.expected());
    return exchange.done();
  }

  private static Secrets secrets(Exchange exchange) {
    return exchange.management().secrets();
  }

  static Answers.IssuedSecret issued(IssuedSecret secret) {
    return new Answers.IssuedSecret(
        secret.applicationId(),
        secret.appKey().value(),
        secret.take(),
        secret.encoding().name().toLowerCase(Locale.ROOT),
        Texts.instant(secret.formerValidUntil()));
  }

  private static Answers.Secret view(SecretDetails secret) {
    return new Answers.Secret(
        secret.encoding().name().toLowerCase(Locale.ROOT),
        secret.createdAt().toString(),
        Texts.instant(secret.validUntil()),
        Texts.instant(secret.lastUsedAt()));
  }
}
