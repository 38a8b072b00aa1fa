package dev.countersign.console.rest;

import java.util.List;
import java.util.stream.Stream;

/** The table of all operations. */
final class Routes {

  static final List<Route> ALL =
      Stream.of(
              SessionResource.ROUTES,
              AccountResource.ROUTES,
              ApplicationResource.ROUTES,
              SecretResource.ROUTES,
              KeyPairResource.ROUTES,
              EnvironmentResource.ROUTES,
              ApiGroupResource.ROUTES,
              ApiResource.ROUTES,
              GrantResource.ROUTES,
              AuthorizationResource.ROUTES,
              AuditResource.ROUTES,
              ExplainResource.ROUTES)
          .flatMap(List::stream)
          .toList();

  private Routes() {}
}
