package dev.countersign.sample.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client of each scheme, of each version where there are two, and of each place or habit. */
enum Client {
  COUNTERSIGN_1,
  TENCENT,
  /** It signs the digest of a body and does not send it. */
  TENCENT_WITHOUT_MD5,
  JDCLOUD_2,
  JDCLOUD_3,
  ALIYUN,
  AWS4,
  /** The signature stands in the query. */
  AWS4_PRESIGNED,
  RFC9421;

  private static final List<String> STRANGERS =
      List.of(
          "X-HTTP-Method-Override: DELETE",
          "X-App-Roles: admin",
          "X-App-Caller: somebody",
          "Upgrade: websocket",
          "Transfer-Encoding: chunked",
          "Content-Length: 0",
          "Content-Length: 3",
          "Content-Encoding: gzip",
          "Content-Type: application/x-www-form-urlencoded",
          "X-App-Environment: test",
          "X-Tenant: other",
          "Host: elsewhere.example");

  /** Whether the scheme knows the field without being told of it by a list. */
  boolean knows(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return own().stream()
        .anyMatch(one -> one.endsWith("-") ? lower.startsWith(one) : lower.equals(one));
  }

  private List<String> own() {
    return switch (this) {
      case COUNTERSIGN_1 ->
          List.of(
              "x-app-", "content-type", "content-encoding", "content-digest", "host", "x-tenant");
      case TENCENT, TENCENT_WITHOUT_MD5 ->
          List.of("authorization", "accept", "content-type", "x-date");
      case JDCLOUD_2, JDCLOUD_3 -> jdcloud();
      case ALIYUN ->
          List.of(
              "x-ca-key",
              "x-ca-nonce",
              "x-ca-stage",
              "x-ca-timestamp",
              "x-ca-signature",
              "x-ca-signature-headers",
              "x-ca-signature-method",
              "accept",
              "content-type",
              "content-md5",
              "content-encoding",
              "date");
      case AWS4 -> List.of("authorization", "x-amz-", "content-encoding");
      case AWS4_PRESIGNED -> List.of("authorization", "x-amz-", "content-encoding", "host");
      case RFC9421 -> List.of("signature", "signature-input", "content-digest");
    };
  }

  /** Without x-jdcloud-algorithm, which can only repeat what Authorization says. */
  private static List<String> jdcloud() {
    return List.of(
        "authorization",
        "content-encoding",
        "x-jdcloud-content-sha256",
        "x-jdcloud-date",
        "x-jdcloud-nonce",
        "x-jdcloud-security-token",
        "x-jdcloud-session-token");
  }

  /** Fields that somebody on the way might add. */
  List<String> strangers() {
    List<String> all = new ArrayList<>(STRANGERS);
    all.addAll(ownStrangers());
    return all;
  }

  /** Parameters that somebody on the way might add. */
  List<String> strangersInTheQuery() {
    return this == AWS4_PRESIGNED
        ? List.of(
            "X-Amz-Expires=604800",
            "X-Amz-SignedHeaders=",
            "X-Amz-Signature=" + "0".repeat(64),
            "X-Amz-Security-Token=abc",
            "X-Amz-Content-Sha256=UNSIGNED-PAYLOAD")
        : List.of();
  }

  private List<String> ownStrangers() {
    return switch (this) {
      case COUNTERSIGN_1 ->
          List.of(
              "X-App-Signature: v1=AAAA",
              "Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
      case TENCENT, TENCENT_WITHOUT_MD5 ->
          List.of(
              "Authorization: hmac id=\"abcdef\"",
              "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==",
              "Accept: */*",
              "Date: Sun, 22 Nov 2026 00:00:00 GMT",
              "X-Date: Sun, 22 Nov 2026 00:00:00 GMT");
      case JDCLOUD_2 ->
          List.of(
              "X-Jdcloud-Content-Sha256: UNSIGNED-PAYLOAD",
              "X-Jdcloud-Security-Token: abc",
              "X-Jdcloud-Algorithm: JDCLOUD3-HMAC-SHA256");
      case JDCLOUD_3 ->
          List.of(
              "X-Jdcloud-Content-Sha256: UNSIGNED-PAYLOAD",
              "X-Jdcloud-Security-Token: abc",
              "X-Jdcloud-Algorithm: JDCLOUD2-HMAC-SHA256",
              "X-Jdcloud-Algorithm: JDCLOUD3-HMAC-SHA256");
      case ALIYUN ->
          List.of(
              "X-Ca-Stage: TEST",
              "X-Ca-Signature: AAAA",
              "X-Ca-Signature-Method: HmacSHA1",
              "Date: Sun, 22 Nov 2026 00:00:00 GMT",
              "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==",
              "Accept: */*");
      case AWS4 ->
          List.of(
              "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD",
              "X-Amz-Security-Token: abc",
              "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request");
      case AWS4_PRESIGNED ->
          List.of(
              "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD",
              "X-Amz-Security-Token: abc",
              "X-Amz-Date: 20261122T000000Z",
              "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request");
      case RFC9421 ->
          List.of(
              "Signature-Input: sig2=()",
              "Signature: sig2=:AAAA:",
              "Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    };
  }
}
