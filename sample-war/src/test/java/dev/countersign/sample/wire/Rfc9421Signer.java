package dev.countersign.sample.wire;

import static dev.countersign.sample.wire.Signer.orElse;
import static dev.countersign.sample.wire.Signer.value;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * HTTP Message Signatures with hmac-sha256 over what is required.
 *
 * @param headers the names of further headers that are covered, in lower case
 * @param nonce empty for none, and then without {@code alg} either
 */
public record Rfc9421Signer(String label, List<String> headers, String nonce, InstantSource clock)
    implements Signer {

  public static Rfc9421Signer usual() {
    return new Rfc9421Signer("sig1", List.of(), "", InstantSource.system());
  }

  public Rfc9421Signer covering(String... names) {
    return new Rfc9421Signer(label, List.of(names), nonce, clock);
  }

  public Rfc9421Signer at(Instant created, String once) {
    return new Rfc9421Signer(label, headers, once, InstantSource.fixed(created));
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = request.without("Signature-Input").without("Signature");
    if (full.body().length > 0) {
      String digest = Macs.base64(Macs.digest("SHA-256", full.body()));
      full = orElse(full, "Content-Digest", "sha-256=:" + digest + ":");
    }
    full = full.add("Signature-Input", label + "=" + input(full, application));
    return full.add("Signature", label + "=:" + Macs.base64(mac(full, application)) + ":");
  }

  private String input(RawRequest request, Application application) {
    List<String> names = new ArrayList<>(List.of("@method", "@authority", "@path", "@query"));
    names.addAll(headers);
    if (request.body().length > 0) {
      names.addAll(List.of("content-type", "content-digest"));
    }
    String input =
        names.stream().collect(Collectors.joining("\" \"", "(\"", "\")"))
            + ";created="
            + clock.instant().getEpochSecond()
            + ";keyid=\""
            + application.appKey()
            + '"';
    return nonce.isEmpty() ? input : input + ";alg=\"hmac-sha256\";nonce=\"" + nonce + '"';
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    return Macs.hmac("HmacSHA256", Macs.utf8(application.secret()), shown(signed));
  }

  /** The signature base, with the components and parameters that the request names. */
  @Override
  public String shown(RawRequest request) {
    String parameters = value(request, "Signature-Input").split("=", 2)[1];
    List<String> lines = new ArrayList<>();
    for (String name : parameters.substring(1, parameters.indexOf(')')).split(" ", -1)) {
      lines.add(name + ": " + component(request, name.replace("\"", "")));
    }
    lines.add("\"@signature-params\": " + parameters);
    return String.join("\n", lines);
  }

  private static String component(RawRequest request, String name) {
    return switch (name) {
      case "@method" -> request.method();
      case "@authority" ->
          value(request, "Host").toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
      case "@path" -> Signer.path(request);
      case "@query" -> "?" + Signer.query(request);
      default -> value(request, name);
    };
  }
}
