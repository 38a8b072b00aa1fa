package dev.countersign.signing.aliyun;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SchemeOption;
import java.util.List;

/** The options of this scheme by the names that settings use. */
final class AliyunSwitches {

  private static final int MAX_NAME_LENGTH = 64;

  private AliyunSwitches() {}

  static List<SchemeOption> of(AliyunOptions options) {
    return List.of(
        SchemeOption.named(
            "withoutSha1", "no HmacSHA1", () -> AliyunScheme.of(options.withSha1(false))),
        SchemeOption.named(
            "unsignedBody",
            "bodies that no signature covers",
            () -> AliyunScheme.of(options.withUnsignedBody(true))),
        SchemeOption.valued(
            "absentStage",
            "<environment>",
            "the environment that a request without X-Ca-Stage states",
            name -> AliyunScheme.of(options.withAbsentStage(checked(name)))));
  }

  private static String checked(String name) {
    if (!Tokens.isIdentifier(name, 1, MAX_NAME_LENGTH)) {
      throw new IllegalArgumentException("absentStage is an environment such as release");
    }
    return name;
  }
}
