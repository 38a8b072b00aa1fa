package dev.countersign.sample.schemes;

import static dev.countersign.sample.schemes.ForeignSigner.orElse;
import static dev.countersign.sample.schemes.ForeignSigner.path;
import static dev.countersign.sample.schemes.ForeignSigner.query;
import static dev.countersign.sample.schemes.ForeignSigner.value;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * AWS Signature Version 4; Host, Content-Type and all X-Amz and My headers are signed.
 *
 * @param doubleEncoding whether percent signs of the path are encoded once more, as most services
 *     want it
 */
record Aws4Signer(DerivedKey key, boolean doubleEncoding) implements ForeignSigner {

  private static final Pattern OURS = Pattern.compile("x-amz-|my-");

  static Aws4Signer usual() {
    return new Aws4Signer(new DerivedKey("AWS4", "eu-central-1", "execute-api"), true);
  }

  Aws4Signer of(String region, String service) {
    return new Aws4Signer(new DerivedKey("AWS4", region, service), doubleEncoding);
  }

  Aws4Signer withSingleEncoding() {
    return new Aws4Signer(key, false);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest full = orElse(request.without("Authorization"), "X-Amz-Date", DerivedKey.now());
    String date = value(full, "X-Amz-Date");
    String text = key.stringToSign(date, canonicalRequest(full));
    return full.add(
        "Authorization",
        key.authorization(
            application.appKey(),
            date,
            String.join(";", signedHeaders(full).keySet()),
            key.signature(application.secret(), date, text)));
  }

  /** With everything in the query; only Host is signed beside it. */
  RawRequest presign(RawRequest request, Application application) {
    String date = DerivedKey.now();
    String credential = (application.appKey() + "/" + key.scope(date)).replace("/", "%2F");
    RawRequest full =
        request.target(
            request.target()
                + "?X-Amz-Algorithm="
                + key.algorithm()
                + "&X-Amz-Credential="
                + credential
                + "&X-Amz-Date="
                + date
                + "&X-Amz-Expires=600&X-Amz-SignedHeaders=host");
    String text = key.stringToSign(date, canonicalRequest(full));
    String signature = key.signature(application.secret(), date, text);
    return full.target(full.target() + "&X-Amz-Signature=" + signature);
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    String date = value(signed, "X-Amz-Date");
    String text = key.stringToSign(date, canonicalRequest(signed));
    return HexFormat.of().parseHex(key.signature(application.secret(), date, text));
  }

  @Override
  public String shown(RawRequest request) {
    String canonical = canonicalRequest(request);
    return canonical + "\n\n" + key.stringToSign(value(request, "X-Amz-Date"), canonical);
  }

  private String canonicalRequest(RawRequest request) {
    String path = path(request);
    List<String> lines = new ArrayList<>(List.of(request.method()));
    lines.add(doubleEncoding ? path.replace("%", "%25") : path);
    lines.add(query(request));
    signedHeaders(request).forEach((name, value) -> lines.add(name + ":" + value));
    lines.addAll(List.of("", String.join(";", signedHeaders(request).keySet())));
    String declared = value(request, "X-Amz-Content-Sha256");
    lines.add(declared.isEmpty() ? Macs.sha256Hex(request.body()) : declared);
    return String.join("\n", lines);
  }

  private static Map<String, String> signedHeaders(RawRequest request) {
    return request.headers().stream()
        .map(field -> new Field(field.name().toLowerCase(Locale.ROOT), field.value()))
        .filter(field -> isSigned(field.name()))
        .collect(
            Collectors.toMap(
                Field::name, Field::value, (one, two) -> one + "," + two, TreeMap::new));
  }

  private static boolean isSigned(String name) {
    return name.equals("host") || name.equals("content-type") || OURS.matcher(name).lookingAt();
  }
}
