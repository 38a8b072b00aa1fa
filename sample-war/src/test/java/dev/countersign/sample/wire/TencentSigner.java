package dev.countersign.sample.wire;

import static dev.countersign.sample.wire.Signer.isForm;
import static dev.countersign.sample.wire.Signer.orElse;
import static dev.countersign.sample.wire.Signer.value;

import dev.countersign.sample.wire.Query.Pair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tencent's application authentication in the habit of its PHP sample: X-Date signed, Content-MD5
 * of the hex digest, decoded parameters of query and form in one pool.
 *
 * @param algorithm such as {@code hmac-sha1}
 * @param signed the names of the signed headers, in lower case
 * @param signsBody whether bodies have their line at all
 * @param signedPath stands for the whole path of the request; empty for that path itself
 */
public record TencentSigner(
    String algorithm, List<String> signed, boolean signsBody, String signedPath) implements Signer {

  private static final Map<String, String> MACS =
      Map.of(
          "hmac-sha1", "HmacSHA1",
          "hmac-sha256", "HmacSHA256",
          "hmac-sha384", "HmacSHA384",
          "hmac-sha512", "HmacSHA512");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  public static TencentSigner usual() {
    return new TencentSigner("hmac-sha1", List.of("x-date"), true, "");
  }

  public static String date(Instant instant) {
    return DATE.format(instant);
  }

  public TencentSigner with(String otherAlgorithm) {
    return new TencentSigner(otherAlgorithm, signed, signsBody, signedPath);
  }

  public TencentSigner signing(String... headers) {
    return new TencentSigner(algorithm, List.of(headers), signsBody, signedPath);
  }

  public TencentSigner signingNoBody() {
    return new TencentSigner(algorithm, signed, false, signedPath);
  }

  public TencentSigner signingPath(String path) {
    return new TencentSigner(algorithm, signed, signsBody, path);
  }

  /** As clients do that send what they sign of a body. */
  public static RawRequest withContentMd5(RawRequest request) {
    boolean none = request.body().length == 0 || isForm(request);
    return none ? request : request.add("Content-MD5", md5(request));
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest dated = orElse(request.without("Authorization"), "X-Date", date(ServerClock.now()));
    return authorized(dated, application, Macs.bytes(text(dated)));
  }

  /** Signs this text, whatever the request is. */
  public RawRequest signText(RawRequest request, Application application, String text) {
    return authorized(request, application, Macs.utf8(text));
  }

  private RawRequest authorized(RawRequest request, Application application, byte[] text) {
    byte[] mac = Macs.hmac(MACS.get(algorithm), Macs.utf8(application.secret()), text);
    return request.add(
        "Authorization",
        "hmac id=\"%s\", algorithm=\"%s\", headers=\"%s\", signature=\"%s\""
            .formatted(
                application.appKey(), algorithm, String.join(" ", signed), Macs.base64(mac)));
  }

  @Override
  public byte[] mac(RawRequest request, Application application) {
    return Macs.hmac(MACS.get(algorithm), Macs.utf8(application.secret()), text(request));
  }

  /** The gateway's echo has no line feeds. */
  @Override
  public String shown(RawRequest request) {
    return text(request).replace('\n', '#');
  }

  private String text(RawRequest request) {
    List<String> lines = new ArrayList<>();
    signed.forEach(name -> lines.add(name + ": " + value(request, name)));
    lines.add(request.method());
    lines.add(value(request, "Accept"));
    lines.add(value(request, "Content-Type"));
    lines.add(contentMd5(request));
    lines.add(pathAndParameters(request));
    return String.join("\n", lines);
  }

  private String contentMd5(RawRequest request) {
    if (!signsBody || request.body().length == 0 || isForm(request)) {
      return "";
    }
    String sent = value(request, "Content-MD5");
    return sent.isEmpty() ? md5(request) : sent;
  }

  /** The base64 of the hexadecimal digits, as all published clients have it. */
  private static String md5(RawRequest request) {
    return Macs.base64(Macs.bytes(Macs.hex(Macs.digest("MD5", request.body()))));
  }

  private String pathAndParameters(RawRequest request) {
    Comparator<Pair> order = Comparator.comparing(Pair::name).thenComparing(Pair::value);
    return Query.joined(
        signedPath.isEmpty() ? Signer.path(request) : signedPath,
        Query.pool(request).stream().sorted(order));
  }
}
