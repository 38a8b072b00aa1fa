package dev.countersign.sample.schemes;

import static dev.countersign.sample.schemes.ForeignSigner.isForm;
import static dev.countersign.sample.schemes.ForeignSigner.orElse;
import static dev.countersign.sample.schemes.ForeignSigner.query;
import static dev.countersign.sample.schemes.ForeignSigner.value;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tencent's application authentication in the habit of its PHP sample: X-Date signed, Content-MD5
 * of the hex digest, parameters of query and form in one pool.
 *
 * @param algorithm such as {@code hmac-sha1}
 * @param signsBody whether bodies have their line at all
 * @param signedPath stands for the whole path of the request; empty for that path itself
 */
record TencentSigner(String algorithm, boolean signsBody, String signedPath)
    implements ForeignSigner {

  private static final Map<String, String> MACS =
      Map.of(
          "hmac-sha1", "HmacSHA1",
          "hmac-sha256", "HmacSHA256",
          "hmac-sha384", "HmacSHA384",
          "hmac-sha512", "HmacSHA512");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  static TencentSigner usual() {
    return new TencentSigner("hmac-sha1", true, "");
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  TencentSigner with(String otherAlgorithm) {
    return new TencentSigner(otherAlgorithm, signsBody, signedPath);
  }

  TencentSigner signingNoBody() {
    return new TencentSigner(algorithm, false, signedPath);
  }

  TencentSigner signingPath(String path) {
    return new TencentSigner(algorithm, signsBody, path);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest dated = orElse(request.without("Authorization"), "X-Date", date(Instant.now()));
    return signText(dated, application, text(dated));
  }

  /** Signs this text, whatever the request is. */
  RawRequest signText(RawRequest request, Application application, String text) {
    String signature = Macs.hmac64(MACS.get(algorithm), application.secret(), text);
    return request.add(
        "Authorization",
        "hmac id=\""
            + application.appKey()
            + "\", algorithm=\""
            + algorithm
            + "\", headers=\"x-date\", signature=\""
            + signature
            + '"');
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    return Macs.hmac(MACS.get(algorithm), Macs.utf8(application.secret()), text(signed));
  }

  /** The gateway's echo has no line feeds. */
  @Override
  public String shown(RawRequest signed) {
    return text(signed).replace('\n', '#');
  }

  private String text(RawRequest request) {
    return String.join(
        "\n",
        "x-date: " + value(request, "X-Date"),
        request.method(),
        value(request, "Accept"),
        value(request, "Content-Type"),
        contentMd5(request),
        pathAndParameters(request));
  }

  private String contentMd5(RawRequest request) {
    if (!signsBody || request.body().length == 0 || isForm(request)) {
      return "";
    }
    String sent = value(request, "Content-MD5");
    String hex = Macs.hex(Macs.digest("MD5", request.body()));
    return sent.isEmpty() ? Macs.base64(Macs.utf8(hex)) : sent;
  }

  private String pathAndParameters(RawRequest request) {
    String path = signedPath.isEmpty() ? ForeignSigner.path(request) : signedPath;
    Map<String, String> pool = new TreeMap<>();
    pool(pool, query(request));
    pool(pool, isForm(request) ? new String(request.body(), StandardCharsets.UTF_8) : "");
    return pool.isEmpty() ? path : path + "?" + String.join("&", pool.values());
  }

  private static void pool(Map<String, String> pool, String pairs) {
    for (String pair : pairs.isEmpty() ? new String[0] : pairs.split("&", -1)) {
      pool.put(pair.split("=", 2)[0], pair);
    }
  }
}
