package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a stranger changes in a signed request, and how its signer would have said the same. */
enum Tamper {
  METHOD,
  PATH,
  QUERY,
  HEADER,
  BODY,
  DATE,
  OLD_DATE;

  private static final Map<String, String> OTHER_METHOD =
      Map.of("GET", "DELETE", "DELETE", "GET", "POST", "PUT", "PUT", "POST");

  /** As a form it is no name that a case has. */
  private static final String MORE = "more";

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration LONG_AGO = Duration.ofDays(-1);

  /** Under the signature that it has. */
  RawRequest recorded(RawRequest signed, ClientEntry client) {
    return switch (this) {
      case METHOD -> signed.method(OTHER_METHOD.get(signed.method()));
      case PATH -> signed.target(longerPath(signed.target()));
      case QUERY -> signed.target(moreParameters(signed.target()));
      case HEADER -> signed.set(client.header(), otherValue(signed, client.header()));
      case BODY -> longerBody(signed);
      case DATE -> DateForm.shifted(client.scheme(), signed, SOON);
      case OLD_DATE -> DateForm.shifted(client.scheme(), signed, LONG_AGO);
    };
  }

  /** To be signed once more; empty where that would not be a request to be admitted. */
  Optional<VendorRequest> logical(VendorRequest request, ClientEntry client) {
    RawRequest raw = request.raw();
    VendorRequest changed =
        switch (this) {
          case METHOD -> request.with(raw.method(OTHER_METHOD.get(raw.method())));
          case PATH -> request.with(raw.target(longerPath(raw.target())));
          case QUERY -> request.with(raw.target(moreParameters(raw.target())));
          case HEADER -> sameHeader(request, client);
          case BODY -> request.hasBody() ? request.withLongerBody(MORE) : null;
          case DATE -> laterOrRepeatable(request, client);
          case OLD_DATE -> null;
        };
    return Optional.ofNullable(changed);
  }

  private static VendorRequest sameHeader(VendorRequest request, ClientEntry client) {
    RawRequest raw = request.raw();
    return raw.header(client.header()).isEmpty()
        ? null
        : request.with(raw.set(client.header(), otherValue(raw, client.header())));
  }

  /** A client with a clock of its own signs at another instant anyway, whenever it signs again. */
  private static VendorRequest laterOrRepeatable(VendorRequest request, ClientEntry client) {
    if (client.clock()) {
      return request.at(ServerClock.now().plus(SOON));
    }
    return request.raw().method().equals("GET") ? request : null;
  }

  private static String longerPath(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target + "x" : target.substring(0, mark) + "x" + target.substring(mark);
  }

  private static String moreParameters(String target) {
    return target + (target.contains("?") ? "&" : "?") + "zz=1";
  }

  /** In front, because behind the port of a Host it would be nothing that a server reads. */
  private static String otherValue(RawRequest request, String header) {
    return "x." + request.header(header).orElseThrow();
  }

  private static RawRequest longerBody(RawRequest signed) {
    RawRequest longer = signed.body(Bodies.append(signed.body(), MORE));
    return signed.header("Content-Length").isEmpty()
        ? longer
        : longer.set("Content-Length", String.valueOf(longer.body().length));
  }
}
