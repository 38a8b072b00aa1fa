package dev.countersign.signing.jdcloud;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SchemeOption;
import java.util.List;

/** The options of this scheme by the names that settings use. */
final class JdcloudSwitches {

  private static final int MAX_NAME_LENGTH = 64;

  private JdcloudSwitches() {}

  static List<SchemeOption> of(JdcloudOptions options) {
    return List.of(
        SchemeOption.valued(
            "region",
            "<name>",
            "the only region that a credential may name",
            name -> JdcloudScheme.of(options.withRegion(checked(name)))),
        SchemeOption.valued(
            "service",
            "<name>",
            "the only service that a credential may name",
            name -> JdcloudScheme.of(options.withService(checked(name)))),
        SchemeOption.named(
            "encodedTwice",
            "queries whose escapes were escaped once more before signing",
            () -> JdcloudScheme.of(options.withEncodedTwice(true))),
        SchemeOption.named(
            "unsignedPayload",
            "bodies that no signature covers",
            () -> JdcloudScheme.of(options.withUnsignedPayload(true))));
  }

  private static String checked(String name) {
    if (!Tokens.isIdentifier(name, 1, MAX_NAME_LENGTH)) {
      throw new IllegalArgumentException("region and service are names such as cn-north-1");
    }
    return name;
  }
}
