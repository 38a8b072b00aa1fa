package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.StatedEnvironment;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment that {@code X-Ca-Stage} states. */
final class Stage {

  static final String NAME = "x-ca-stage";

  private static final Map<String, String> ENVIRONMENTS =
      Map.of("RELEASE", "release", "PRE", "prepub", "TEST", "test");

  private Stage() {}

  /** The environment stated under the signature; {@code null} when none is. */
  static @Nullable String environment(Headers headers, SignedHeaders signed, AliyunOptions options)
      throws UnreadableSignatureException {
    String stated = StatedEnvironment.read(headers, signed::contains);
    if (!headers.contains(NAME)) {
      boolean silent = stated == null && !options.absentStage().isEmpty();
      return silent ? options.absentStage() : stated;
    }
    String environment = ENVIRONMENTS.get(SingleHeader.required(headers, NAME).strip());
    if (environment == null) {
      throw malformed("X-Ca-Stage is RELEASE, PRE or TEST");
    }
    if (stated != null && !stated.equals(environment)) {
      throw malformed("X-Ca-Stage and X-App-Environment state two environments");
    }
    return environment;
  }
}
