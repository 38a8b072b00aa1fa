package dev.countersign.signing.aws4;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.aws4.Aws4Options.PathEncoding;
import dev.countersign.signing.scheme.SchemeOption;
import java.util.List;

/** The options of this scheme by the names that settings use. */
final class Aws4Switches {

  private static final int MAX_NAME_LENGTH = 64;

  private Aws4Switches() {}

  static List<SchemeOption> of(Aws4Options options) {
    return List.of(
        SchemeOption.valued(
            "region",
            "<name>",
            "the only region that a credential scope may name",
            name -> Aws4Scheme.of(options.withRegion(checked(name)))),
        SchemeOption.valued(
            "service",
            "<name>",
            "the only service that a credential scope may name",
            name -> Aws4Scheme.of(options.withService(checked(name)))),
        SchemeOption.named(
            "singleEncoding",
            "the path is signed as sent, as by clients set up for S3",
            () -> Aws4Scheme.of(options.withPathEncoding(PathEncoding.SINGLE))),
        SchemeOption.named(
            "presigned",
            "signatures in the query, good for up to seven days",
            () -> Aws4Scheme.of(options.withPresigned(true))),
        SchemeOption.named(
            "unsignedPayload",
            "bodies that no signature covers",
            () -> Aws4Scheme.of(options.withUnsignedPayload(true))),
        SchemeOption.named(
            "repeatedHeaders",
            "signed headers that occur several times",
            () -> Aws4Scheme.of(options.withRepeatedHeaders(true))));
  }

  private static String checked(String name) {
    if (!Tokens.isIdentifier(name, 1, MAX_NAME_LENGTH)) {
      throw new IllegalArgumentException("region and service are names such as eu-central-1");
    }
    return name;
  }
}
