package dev.countersign.sample.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request without body and query as docs/schemes/tencent.md says, with its date only. */
public final class TencentSigner {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TencentSigner() {}

  public static RawRequest sign(RawRequest request, String appKey, String secret) {
    String date = DATE.format(Instant.now());
    String text = "x-date: " + date + "\n" + request.method() + "\n\n\n\n" + request.target();
    return request
        .add("X-Date", date)
        .add(
            "Authorization",
            String.format(
                Locale.ROOT,
                "hmac id=\"%s\", algorithm=\"hmac-sha1\", headers=\"x-date\", signature=\"%s\"",
                appKey,
                hmac(text, secret)));
  }

  private static String hmac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
