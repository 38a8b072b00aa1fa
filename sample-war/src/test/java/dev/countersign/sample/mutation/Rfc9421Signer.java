package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** HTTP Message Signatures with hmac-sha256, over everything that a request says. */
final class Rfc9421Signer implements Signer {

  @Override
  public RawRequest sign(RawRequest request, Application application, Instant now, String nonce) {
    RawRequest full =
        request
            .without("Signature")
            .without("Signature-Input")
            .without("Content-Digest")
            .set("X-App-Environment", application.environment());
    List<String> components =
        new ArrayList<>(
            List.of("@method", "@authority", "@path", "@query", "x-app-environment", "x-tenant"));
    if (request.body().length > 0) {
      String digest = Bytes.base64(Bytes.digest("SHA-256", request.body()));
      full = full.add("Content-Digest", "sha-256=:" + digest + ":");
      components.addAll(List.of("content-type", "content-digest"));
    }
    String input =
        components.stream().collect(Collectors.joining("\" \"", "(\"", "\")"))
            + ";created="
            + now.getEpochSecond()
            + ";keyid=\""
            + application.appKey()
            + "\";alg=\"hmac-sha256\";nonce=\""
            + nonce
            + '"';
    StringBuilder text = new StringBuilder();
    for (String component : components) {
      text.append('"' + component + "\": " + value(full, component) + "\n");
    }
    text.append("\"@signature-params\": " + input);
    byte[] key = application.secret().getBytes(StandardCharsets.UTF_8);
    String mac = Bytes.base64(Bytes.mac("HmacSHA256", key, text.toString()));
    return full.add("Signature-Input", "sig1=" + input).add("Signature", "sig1=:" + mac + ":");
  }

  private static String value(RawRequest request, String component) {
    String[] target = request.target().split("\\?", 2);
    return switch (component) {
      case "@method" -> request.method();
      case "@authority" ->
          request.header("Host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
      case "@path" -> target[0];
      case "@query" -> "?" + (target.length > 1 ? target[1] : "");
      default -> request.header(component).orElse("").strip();
    };
  }
}
