package dev.countersign.sample.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client of each scheme, and of each version where there are two. */
enum Client {
  COUNTERSIGN_1(
      new NativeSigner(),
      List.of("x-app-", "content-type", "content-encoding", "content-digest", "host", "x-tenant"),
      "X-App-Signature: v1=AAAA",
      "Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
  TENCENT(
      new TencentSigner(),
      List.of("authorization", "accept", "content-type", "x-date"),
      "Authorization: hmac id=\"abcdef\"",
      "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==",
      "Accept: */*",
      "Date: Sun, 22 Nov 2026 00:00:00 GMT",
      "X-Date: Sun, 22 Nov 2026 00:00:00 GMT"),
  JDCLOUD_2(
      DerivedKeySigner.jdcloud2(),
      Client.jdcloud(),
      "X-Jdcloud-Content-Sha256: UNSIGNED-PAYLOAD",
      "X-Jdcloud-Security-Token: abc",
      "X-Jdcloud-Algorithm: JDCLOUD3-HMAC-SHA256"),
  JDCLOUD_3(
      DerivedKeySigner.jdcloud3(),
      Client.jdcloud(),
      "X-Jdcloud-Content-Sha256: UNSIGNED-PAYLOAD",
      "X-Jdcloud-Security-Token: abc",
      "X-Jdcloud-Algorithm: JDCLOUD2-HMAC-SHA256",
      "X-Jdcloud-Algorithm: JDCLOUD3-HMAC-SHA256"),
  ALIYUN(
      new AliyunSigner(),
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
          "date"),
      "X-Ca-Stage: TEST",
      "X-Ca-Signature: AAAA",
      "X-Ca-Signature-Method: HmacSHA1",
      "Date: Sun, 22 Nov 2026 00:00:00 GMT",
      "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==",
      "Accept: */*"),
  AWS4(
      DerivedKeySigner.aws4(),
      List.of("authorization", "x-amz-", "content-encoding"),
      "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD",
      "X-Amz-Security-Token: abc",
      "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request"),
  RFC9421(
      new Rfc9421Signer(),
      List.of("signature", "signature-input", "content-digest", "content-encoding"),
      "Signature-Input: sig2=()",
      "Signature: sig2=:AAAA:",
      "Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");

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

  private final Signer signer;
  private final List<String> own;
  private final List<String> strangers;

  Client(Signer signer, List<String> own, String... strangers) {
    this.signer = signer;
    this.own = own;
    this.strangers = List.of(strangers);
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

  Signer signer() {
    return signer;
  }

  /** Whether the scheme knows the field without being told of it by a list. */
  boolean knows(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return own.stream().anyMatch(one -> one.endsWith("-") ? lower.startsWith(one) : lower.equals(one));
  }

  /** Fields that somebody on the way might add. */
  List<String> strangers() {
    List<String> all = new ArrayList<>(STRANGERS);
    all.addAll(strangers);
    return all;
  }
}
