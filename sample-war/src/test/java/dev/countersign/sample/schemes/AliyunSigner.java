package dev.countersign.sample.schemes;

import static dev.countersign.sample.schemes.ForeignSigner.isForm;
import static dev.countersign.sample.schemes.ForeignSigner.orElse;
import static dev.countersign.sample.schemes.ForeignSigner.value;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Alibaba's signature in the habit of its Node SDK: all X-Ca headers signed, names in lower case.
 *
 * @param signsBody whether a body has its Content-MD5
 */
record AliyunSigner(String mac, boolean signsBody) implements ForeignSigner {

  static AliyunSigner usual() {
    return new AliyunSigner("HmacSHA256", true);
  }

  AliyunSigner with(String otherMac) {
    return new AliyunSigner(otherMac, signsBody);
  }

  AliyunSigner signingNoBody() {
    return new AliyunSigner(mac, false);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = request.without("X-Ca-Signature").without("X-Ca-Signature-Headers");
    full = orElse(full, "X-Ca-Key", application.appKey());
    full = orElse(full, "X-Ca-Nonce", UUID.randomUUID().toString());
    full = orElse(full, "X-Ca-Timestamp", String.valueOf(Instant.now().toEpochMilli()));
    full = mac.equals("HmacSHA256") ? full : orElse(full, "X-Ca-Signature-Method", mac);
    if (signsBody && full.body().length > 0 && !isForm(full)) {
      full = orElse(full, "Content-MD5", Macs.base64(Macs.digest("MD5", full.body())));
    }
    return full.add("X-Ca-Signature-Headers", String.join(",", signedHeaders(full)))
        .add("X-Ca-Signature", Macs.hmac64(mac, application.secret(), text(full)));
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    return Macs.hmac(mac, Macs.utf8(application.secret()), text(signed));
  }

  /** The gateway's echo has no line feeds. */
  @Override
  public String shown(RawRequest signed) {
    return text(signed).replace('\n', '#');
  }

  private String text(RawRequest request) {
    List<String> lines = new ArrayList<>(List.of(request.method()));
    List.of("Accept", "Content-MD5", "Content-Type", "Date")
        .forEach(name -> lines.add(value(request, name)));
    signedHeaders(request).forEach(name -> lines.add(name + ":" + value(request, name)));
    lines.add(request.target() + form(request));
    return String.join("\n", lines);
  }

  /** Its parameters stand where those of a query do. */
  private static String form(RawRequest request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    return isForm(request) && !body.isEmpty() ? "?" + body : "";
  }

  private static List<String> signedHeaders(RawRequest request) {
    return request.headers().stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("x-ca-"))
        .filter(name -> !name.equals("x-ca-signature") && !name.equals("x-ca-signature-headers"))
        .sorted()
        .collect(Collectors.toList());
  }
}
