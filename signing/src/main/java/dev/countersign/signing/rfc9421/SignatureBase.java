package dev.countersign.signing.rfc9421;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The signature base (RFC 9421 section 2.5): a line per component, then the parameters as sent. It
 * begins with a quote.
 *
 * @param components values by name, without line feeds, in their order
 */
record SignatureBase(Map<String, String> components, String parameters)
    implements CanonicalRequest {

  private static final Set<String> SHOWN =
      Set.of("content-digest", "content-type", "content-length", "date", "host");

  @Override
  public byte[] bytes() {
    return text((name, value) -> value).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String disclosed() {
    return text(SignatureBase::shown);
  }

  private String text(BinaryOperator<String> value) {
    StringBuilder text = new StringBuilder(512);
    for (Map.Entry<String, String> line : components.entrySet()) {
      String name = line.getKey();
      text.append('"').append(name).append("\": ");
      text.append(value.apply(name, line.getValue())).append('\n');
    }
    return text.append("\"@signature-params\": ").append(parameters).toString();
  }

  private static String shown(String name, String value) {
    return name.startsWith("@") || SHOWN.contains(name)
        ? value
        : "<"
            + value.length()
            + " characters, sha-256 "
            + DigestUtils.sha256Hex(value).substring(0, 8)
            + ">";
  }

  /** The disclosed form: the values of fields may be credentials, and a record would print them. */
  @Override
  public String toString() {
    return disclosed();
  }
}
