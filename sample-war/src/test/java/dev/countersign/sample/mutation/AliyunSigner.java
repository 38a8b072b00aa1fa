package dev.countersign.sample.mutation;

import dev.countersign.sample.mutation.Query.Pair;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The signature of Alibaba Cloud's API gateway, as its PHP and Node clients make it. */
final class AliyunSigner implements Signer {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> SIGNED =
      List.of("x-ca-key", "x-ca-nonce", "x-ca-stage", "x-ca-timestamp", "x-tenant");

  @Override
  public RawRequest sign(RawRequest request, Application application, Instant now, String nonce) {
    RawRequest stamped =
        request
            .without("X-Ca-Signature")
            .without("Content-MD5")
            .set("X-Ca-Key", application.appKey())
            .set("X-Ca-Nonce", nonce)
            .set("X-Ca-Stage", application.environment().toUpperCase(Locale.ROOT))
            .set("X-Ca-Timestamp", Long.toString(now.toEpochMilli()))
            .set("X-Ca-Signature-Method", "HmacSHA256")
            .set("X-Ca-Signature-Headers", String.join(",", SIGNED));
    String type = stamped.header("Content-Type").orElse("");
    boolean form = type.startsWith(FORM);
    byte[] body = stamped.body();
    RawRequest full =
        form || body.length == 0
            ? stamped
            : stamped.add("Content-MD5", Bytes.base64(Bytes.digest("MD5", body)));
    byte[] key = application.secret().getBytes(StandardCharsets.UTF_8);
    return full.add(
        "X-Ca-Signature", Bytes.base64(Bytes.mac("HmacSHA256", key, text(full, type, form))));
  }

  private static String text(RawRequest request, String type, boolean form) {
    StringBuilder text = new StringBuilder(request.method() + "\n");
    text.append(request.header("Accept").orElse("") + "\n");
    text.append(request.header("Content-MD5").orElse("") + "\n" + type + "\n\n");
    SIGNED.forEach(name -> text.append(name + ":" + request.header(name).orElse("") + "\n"));
    return text + target(request, form);
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
            .sorted(Comparator.comparing(Pair::name))
            .map(pair -> pair.value().isEmpty() ? pair.name() : pair.name() + "=" + pair.value())
            .toList();
    return texts.isEmpty() ? target[0] : target[0] + "?" + String.join("&", texts);
  }
}
