package dev.countersign.sample.wire;

import static dev.countersign.sample.wire.Signer.isForm;
import static dev.countersign.sample.wire.Signer.orElse;
import static dev.countersign.sample.wire.Signer.value;

import dev.countersign.sample.wire.Query.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Alibaba's signature in the habit of its PHP and Node clients, with names in lower case.
 *
 * @param signed the names of the signed headers; empty for all X-Ca headers
 * @param signsBody whether a body has its Content-MD5
 */
public record AliyunSigner(String mac, List<String> signed, boolean signsBody) implements Signer {

  public static AliyunSigner usual() {
    return new AliyunSigner("HmacSHA256", List.of(), true);
  }

  public AliyunSigner with(String otherMac) {
    return new AliyunSigner(otherMac, signed, signsBody);
  }

  public AliyunSigner signing(String... headers) {
    return new AliyunSigner(mac, List.of(headers), signsBody);
  }

  public AliyunSigner signingNoBody() {
    return new AliyunSigner(mac, signed, false);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = request.without("X-Ca-Signature").without("X-Ca-Signature-Headers");
    full = orElse(full, "X-Ca-Key", application.appKey());
    full = orElse(full, "X-Ca-Nonce", UUID.randomUUID().toString());
    full = orElse(full, "X-Ca-Timestamp", String.valueOf(ServerClock.now().toEpochMilli()));
    full = mac.equals("HmacSHA256") ? full : orElse(full, "X-Ca-Signature-Method", mac);
    if (signsBody && full.body().length > 0 && !isForm(full)) {
      full = orElse(full, "Content-MD5", Macs.base64(Macs.digest("MD5", full.body())));
    }
    return full.add("X-Ca-Signature-Headers", String.join(",", names(full)))
        .add("X-Ca-Signature", Macs.base64(mac(full, application)));
  }

  @Override
  public byte[] mac(RawRequest request, Application application) {
    return Macs.hmac(mac, Macs.utf8(application.secret()), text(request));
  }

  /** The gateway's echo has no line feeds. */
  @Override
  public String shown(RawRequest request) {
    return text(request).replace('\n', '#');
  }

  private String text(RawRequest request) {
    List<String> lines = new ArrayList<>(List.of(request.method()));
    List.of("Accept", "Content-MD5", "Content-Type", "Date")
        .forEach(name -> lines.add(value(request, name)));
    names(request).forEach(name -> lines.add(name + ":" + value(request, name)));
    lines.add(
        Query.joined(
            Signer.path(request),
            Query.pool(request).stream().sorted(Comparator.comparing(Pair::name))));
    return String.join("\n", lines);
  }

  private List<String> names(RawRequest request) {
    return signed.isEmpty() ? ownNames(request) : signed;
  }

  private static List<String> ownNames(RawRequest request) {
    return request.headers().stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("x-ca-"))
        .filter(name -> !name.equals("x-ca-signature") && !name.equals("x-ca-signature-headers"))
        .sorted()
        .toList();
  }
}
