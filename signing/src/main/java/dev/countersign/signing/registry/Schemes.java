package dev.countersign.signing.registry;

import dev.countersign.signing.aliyun.AliyunOptions;
import dev.countersign.signing.aliyun.AliyunScheme;
import dev.countersign.signing.aws4.Aws4Options;
import dev.countersign.signing.aws4.Aws4Scheme;
import dev.countersign.signing.countersign1.Countersign1Scheme;
import dev.countersign.signing.jdcloud.JdcloudOptions;
import dev.countersign.signing.jdcloud.JdcloudScheme;
import dev.countersign.signing.rfc9421.Rfc9421Options;
import dev.countersign.signing.rfc9421.Rfc9421Scheme;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.tencent.TencentScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The schemes that this library speaks. A new scheme is one class, one vector file and one line
 * here.
 */
public final class Schemes {

  private static final List<SignatureScheme> KNOWN =
      List.of(
          Countersign1Scheme.create(),
          TencentScheme.create(),
          JdcloudScheme.of(JdcloudOptions.defaults()),
          AliyunScheme.of(AliyunOptions.defaults()),
          Aws4Scheme.of(Aws4Options.defaults()),
          Rfc9421Scheme.of(Rfc9421Options.defaults()));

  private Schemes() {}

  /** All schemes, the native one first, each with everything weaker switched off. */
  public static List<SignatureScheme> known() {
    return KNOWN;
  }

  /** The native scheme, {@code countersign-1}. */
  public static SignatureScheme countersign1() {
    return KNOWN.get(0);
  }

  /** The scheme of this id. */
  public static Optional<SignatureScheme> byId(String id) {
    return KNOWN.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
  }

  /**
   * The scheme with these options.
   *
   * @param options values by name, empty for an option that has none
   * @throws IllegalArgumentException if the scheme has no such option, or it does not take the
   *     value; the message names what it has
   */
  public static SignatureScheme with(SignatureScheme scheme, Map<String, String> options) {
    SignatureScheme changed = scheme;
    for (Map.Entry<String, String> option : options.entrySet()) {
      changed = option(changed, option.getKey()).applied(option.getValue());
    }
    return changed;
  }

  private static SchemeOption option(SignatureScheme scheme, String name) {
    return scheme.options().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    scheme.id()
                        + " has no option \""
                        + name
                        + "\", only "
                        + scheme.options().stream()
                            .map(SchemeOption::form)
                            .collect(Collectors.toList())));
  }
}
