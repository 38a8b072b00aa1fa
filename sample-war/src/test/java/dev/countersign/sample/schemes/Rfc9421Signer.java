package dev.countersign.sample.schemes;

import static dev.countersign.sample.schemes.ForeignSigner.orElse;
import static dev.countersign.sample.schemes.ForeignSigner.path;
import static dev.countersign.sample.schemes.ForeignSigner.query;
import static dev.countersign.sample.schemes.ForeignSigner.value;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** HTTP Message Signatures with hmac-sha256 over what is required, and without a nonce. */
record Rfc9421Signer(String label) implements ForeignSigner {

  static Rfc9421Signer usual() {
    return new Rfc9421Signer("sig1");
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = request.without("Signature-Input").without("Signature");
    if (full.body().length > 0) {
      String digest = Macs.base64(Macs.digest("SHA-256", full.body()));
      full = orElse(full, "Content-Digest", "sha-256=:" + digest + ":");
    }
    String parameters =
        components(full).stream().map(name -> '"' + name + '"').collect(Collectors.joining(" "));
    long created = Instant.now().getEpochSecond();
    String input =
        "(" + parameters + ");created=" + created + ";keyid=\"" + application.appKey() + '"';
    full = full.add("Signature-Input", label + "=" + input);
    String mac = Macs.hmac64("HmacSHA256", application.secret(), shown(full));
    return full.add("Signature", label + "=:" + mac + ":");
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    return Macs.hmac("HmacSHA256", Macs.utf8(application.secret()), shown(signed));
  }

  /** The signature base, with the parameters that the request already has. */
  @Override
  public String shown(RawRequest request) {
    List<String> lines = new ArrayList<>();
    components(request).forEach(name -> lines.add('"' + name + "\": " + component(request, name)));
    String parameters = value(request, "Signature-Input").split("=", 2)[1];
    lines.add("\"@signature-params\": " + parameters);
    return String.join("\n", lines);
  }

  private static List<String> components(RawRequest request) {
    List<String> names = new ArrayList<>(List.of("@method", "@authority", "@path", "@query"));
    if (request.body().length > 0) {
      names.addAll(List.of("content-digest", "content-type"));
    }
    return names;
  }

  private static String component(RawRequest request, String name) {
    return switch (name) {
      case "@method" -> request.method();
      case "@authority" -> value(request, "Host");
      case "@path" -> path(request);
      case "@query" -> "?" + query(request);
      default -> value(request, name);
    };
  }
}
