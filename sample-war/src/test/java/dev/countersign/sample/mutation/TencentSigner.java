package dev.countersign.sample.mutation;

import dev.countersign.sample.mutation.Query.Pair;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tencent's application authentication, as its PHP and newer Go samples sign. */
final class TencentSigner implements Signer {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> SIGNED = List.of("x-app-environment", "x-date", "x-tenant");

  @Override
  public RawRequest sign(RawRequest request, Application application, Instant now, String nonce) {
    RawRequest dated =
        request
            .without("Authorization")
            .without("Content-MD5")
            .set("X-App-Environment", application.environment())
            .set("X-Date", DATE.format(now));
    String type = dated.header("Content-Type").orElse("");
    boolean form = type.startsWith(FORM);
    String md5 = form || dated.body().length == 0 ? "" : md5(dated.body());
    StringBuilder text = new StringBuilder();
    SIGNED.forEach(name -> text.append(name + ": " + dated.header(name).orElse("") + "\n"));
    text.append(dated.method() + "\n" + dated.header("Accept").orElse("") + "\n");
    text.append(type + "\n" + md5 + "\n" + target(dated, form));
    byte[] key = application.secret().getBytes(StandardCharsets.UTF_8);
    String mac = Bytes.base64(Bytes.mac("HmacSHA256", key, text.toString()));
    RawRequest sent = md5.isEmpty() ? dated : dated.add("Content-MD5", md5);
    return sent.add(
        "Authorization",
        "hmac id=\"%s\", algorithm=\"hmac-sha256\", headers=\"%s\", signature=\"%s\""
            .formatted(application.appKey(), String.join(" ", SIGNED), mac));
  }

  private static String target(RawRequest request, boolean form) {
    String[] target = request.target().split("\\?", 2);
    List<Pair> pairs = new ArrayList<>(Query.pairs(target.length > 1 ? target[1] : ""));
    if (form) {
      pairs.addAll(Query.pairs(Bytes.text(request.body())));
    }
    List<String> texts =
        pairs.stream()
            .map(pair -> pair.each(Query::decoded))
            .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
            .map(pair -> pair.value().isEmpty() ? pair.name() : pair.name() + "=" + pair.value())
            .toList();
    return texts.isEmpty() ? target[0] : target[0] + "?" + String.join("&", texts);
  }

  /** The base64 of the hexadecimal digits, as all published clients have it. */
  private static String md5(byte[] body) {
    return Bytes.base64(Bytes.of(Bytes.hex(Bytes.digest("MD5", body))));
  }
}
