package dev.countersign.sample.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What AWS and JD Cloud have in common: a key derived from the secret by day, region and service.
 *
 * @param word begins the key and, in lower case, the name of the terminator, such as {@code AWS4}
 */
record DerivedKey(String word, String region, String service) {

  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static String at(Instant instant) {
    return COMPACT.format(instant);
  }

  String algorithm() {
    return word + "-HMAC-SHA256";
  }

  String scope(String date) {
    return String.join("/", date.substring(0, 8), region, service, terminator());
  }

  String stringToSign(String date, String canonicalRequest) {
    String hash = Macs.sha256Hex(Macs.bytes(canonicalRequest));
    return String.join("\n", algorithm(), date, scope(date), hash);
  }

  String signature(String secret, String date, String stringToSign) {
    byte[] key = Macs.utf8(word + secret);
    for (String step : List.of(date.substring(0, 8), region, service, terminator())) {
      key = Macs.hmac("HmacSHA256", key, step);
    }
    return Macs.hex(Macs.hmac("HmacSHA256", key, stringToSign));
  }

  String authorization(String appKey, String date, String signedHeaders, String signature) {
    return algorithm()
        + " Credential="
        + appKey
        + "/"
        + scope(date)
        + ", SignedHeaders="
        + signedHeaders
        + ", Signature="
        + signature;
  }

  private String terminator() {
    return word.toLowerCase(Locale.ROOT) + "_request";
  }
}
