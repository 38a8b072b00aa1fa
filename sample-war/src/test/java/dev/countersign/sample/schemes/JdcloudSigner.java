package dev.countersign.sample.schemes;

import static dev.countersign.sample.schemes.ForeignSigner.orElse;
import static dev.countersign.sample.schemes.ForeignSigner.path;
import static dev.countersign.sample.schemes.ForeignSigner.value;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * JDCLOUD2 in the habit of JD's own Java SDK, with Content-Type, date and nonce signed.
 *
 * @param signsHost whether Host is signed too, as most clients do
 * @param query how the query is written before it is signed
 */
record JdcloudSigner(DerivedKey key, boolean signsHost, UnaryOperator<String> query)
    implements ForeignSigner {

  static JdcloudSigner usual() {
    DerivedKey key = new DerivedKey("JDCLOUD2", "cn-north-1", "apigateway");
    return new JdcloudSigner(key, true, UnaryOperator.identity());
  }

  JdcloudSigner of(String region, String service) {
    return new JdcloudSigner(new DerivedKey("JDCLOUD2", region, service), signsHost, query);
  }

  JdcloudSigner withoutHost() {
    return new JdcloudSigner(key, false, query);
  }

  JdcloudSigner writing(UnaryOperator<String> otherQuery) {
    return new JdcloudSigner(key, signsHost, otherQuery);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = orElse(request.without("Authorization"), "x-jdcloud-date", DerivedKey.now());
    full = orElse(full, "x-jdcloud-nonce", UUID.randomUUID().toString());
    String date = value(full, "x-jdcloud-date");
    String text = key.stringToSign(date, canonicalRequest(full));
    return full.add(
        "Authorization",
        key.authorization(
            application.appKey(),
            date,
            String.join(";", signedHeaders(full)),
            key.signature(application.secret(), date, text)));
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    String date = value(signed, "x-jdcloud-date");
    String text = key.stringToSign(date, canonicalRequest(signed));
    return HexFormat.of().parseHex(key.signature(application.secret(), date, text));
  }

  @Override
  public String shown(RawRequest request) {
    String canonical = canonicalRequest(request);
    return canonical + "\n\n" + key.stringToSign(value(request, "x-jdcloud-date"), canonical);
  }

  private String canonicalRequest(RawRequest request) {
    List<String> lines =
        new ArrayList<>(
            List.of(request.method(), path(request), query.apply(ForeignSigner.query(request))));
    signedHeaders(request).forEach(name -> lines.add(name + ":" + value(request, name)));
    lines.addAll(List.of("", String.join(";", signedHeaders(request))));
    String declared = value(request, "x-jdcloud-content-sha256");
    lines.add(declared.isEmpty() ? Macs.sha256Hex(request.body()) : declared);
    return String.join("\n", lines);
  }

  private List<String> signedHeaders(RawRequest request) {
    return request.headers().stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .filter(
            name -> name.startsWith("x-jdcloud-") || name.equals("content-type") || isHost(name))
        .sorted()
        .toList();
  }

  private boolean isHost(String name) {
    return signsHost && name.equals("host");
  }
}
