package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the Java samples of Tencent's gateway do, written from their observed behaviour: the
 * query stays as it is in the address and is sorted by name, of a repeated name the last value; a
 * form follows, sorted by itself; Content-MD5 is always sent, and empty for a form or no body.
 */
final class TencentSampleClient implements VendorClient {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public Optional<RawRequest> sign(Errand errand) throws GeneralSecurityException {
    RawRequest raw = errand.request().raw();
    boolean form = raw.header("Content-Type").orElse("").startsWith(FORM);
    String md5 = form || raw.body().length == 0 ? "" : md5(raw.body());
    RawRequest sent = raw.add("Host", errand.authority()).set("Content-MD5", md5);
    sent = sent.header("Accept").isPresent() ? sent : sent.add("Accept", "application/json");
    sent = sent.header("X-Date").isPresent() ? sent : sent.add("X-Date", date(errand.request()));
    String text =
        String.join(
            "\n",
            "x-date: " + sent.header("X-Date").orElseThrow(),
            sent.method(),
            sent.header("Accept").orElseThrow(),
            sent.header("Content-Type").orElse(""),
            md5,
            resource(errand.request(), form));
    String authorization =
        "hmac id=\"%s\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\"%s\""
            .formatted(errand.application().appKey(), mac(errand.application().secret(), text));
    return Optional.of(sent.add("Authorization", authorization));
  }

  private static String date(VendorRequest request) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(request.date().orElseGet(Instant::now));
  }

  private static String resource(VendorRequest request, boolean form) {
    String query = request.query().isEmpty() ? "" : "?" + sorted(request.query());
    String text = new String(request.raw().body(), StandardCharsets.UTF_8);
    return request.path() + query + (form ? "&" + sorted(text) : "");
  }

  /** Like the sample it cannot do without a value behind each equals sign. */
  private static String sorted(String parameters) {
    Map<String, String> byName = new TreeMap<>();
    for (String piece : parameters.split("&", 0)) {
      String[] pair = piece.split("=", 0);
      byName.put(pair[0], pair[1]);
    }
    return byName.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String md5(byte[] body) throws GeneralSecurityException {
    String hex = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
  }

  private static String mac(String secret, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature);
  }
}
