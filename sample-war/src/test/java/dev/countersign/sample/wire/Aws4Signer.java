package dev.countersign.sample.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request without query and body by AWS Signature Version 4, from its public description
 * and with none of the library's code.
 */
public final class Aws4Signer {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NAMES = "host;x-amz-content-sha256;x-amz-date";

  private Aws4Signer() {}

  public static RawRequest sign(RawRequest request, Application application) {
    String date = BASIC.format(Instant.now());
    String scope = date.substring(0, 8) + "/here/orders/aws4_request";
    String empty = hex(sha256(""));
    String canonical =
        String.join(
            "\n",
            request.method(),
            request.target(),
            "",
            "host:" + request.header("Host").orElseThrow(),
            "x-amz-content-sha256:" + empty,
            "x-amz-date:" + date,
            "",
            NAMES,
            empty);
    String text = String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(canonical)));
    byte[] key = ("AWS4" + application.secret()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    String credential = "Credential=" + application.appKey() + "/" + scope;
    return request
        .add("X-Amz-Date", date)
        .add("X-Amz-Content-Sha256", empty)
        .add(
            "Authorization",
            "AWS4-HMAC-SHA256 "
                + credential
                + ", SignedHeaders="
                + NAMES
                + ", Signature="
                + hex(hmac(key, text)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
