package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.AliyunSigner;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.Rfc9421Signer;
import dev.countersign.sample.wire.TencentSigner;
import dev.countersign.sample.wire.WireSigner;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What each client of the campaign writes into a request before it signs: an instant, a nonce where
 * there is one, the environment, and what it declares of the body. It replaces what an earlier
 * signing left.
 */
record Habits(Application application, Instant now, String nonce) {

  private static final String ENVIRONMENT = "X-App-Environment";

  /** What an earlier signing has left in a query. */
  private static final Pattern PRESIGNED = Pattern.compile("[?&]X-Amz-[^&#]*");

  RawRequest signed(Client client, RawRequest request) {
    return switch (client) {
      case COUNTERSIGN_1 -> countersign(request);
      case TENCENT -> tencent(TencentSigner.withContentMd5(request.without("Content-MD5")));
      case TENCENT_WITHOUT_MD5 -> tencent(request.without("Content-MD5"));
      case JDCLOUD_2 ->
          derived(
              DerivedKeySigner.jdcloud2()
                  .signing("content-type", "host", "x-app-environment", "x-tenant"),
              request);
      case JDCLOUD_3 ->
          derived(DerivedKeySigner.jdcloud3().signing("x-app-environment", "x-tenant"), request);
      case ALIYUN -> aliyun(request);
      case AWS4 ->
          derived(
              DerivedKeySigner.aws4()
                  .signing("content-type", "host", "x-app-environment", "x-tenant"),
              request);
      case AWS4_PRESIGNED -> presigned(request);
      case RFC9421 -> rfc9421(request);
    };
  }

  private RawRequest countersign(RawRequest request) {
    RawRequest bare = request;
    for (String name : List.of("X-App-Key", ENVIRONMENT, "Content-Digest")) {
      bare = bare.without(name);
    }
    bare =
        bare.set("X-App-Timestamp", WireSigner.at(now))
            .set("X-App-Nonce", nonce)
            .set("X-App-Signed-Headers", "x-tenant");
    return WireSigner.sign(bare, application);
  }

  private RawRequest tencent(RawRequest request) {
    RawRequest stamped =
        request.set(ENVIRONMENT, application.environment()).set("X-Date", TencentSigner.date(now));
    return TencentSigner.usual()
        .with("hmac-sha256")
        .signing("x-app-environment", "x-date", "x-tenant")
        .sign(stamped, application);
  }

  private RawRequest aliyun(RawRequest request) {
    RawRequest stamped =
        request
            .without("Content-MD5")
            .set("X-Ca-Key", application.appKey())
            .set("X-Ca-Nonce", nonce)
            .set("X-Ca-Stage", application.environment().toUpperCase(Locale.ROOT))
            .set("X-Ca-Timestamp", Long.toString(now.toEpochMilli()))
            .set("X-Ca-Signature-Method", "HmacSHA256");
    return AliyunSigner.usual()
        .signing("x-ca-key", "x-ca-nonce", "x-ca-stage", "x-ca-timestamp", "x-tenant")
        .sign(stamped, application);
  }

  private RawRequest derived(DerivedKeySigner signer, RawRequest request) {
    String family = signer.family();
    RawRequest stamped =
        request
            .set(ENVIRONMENT, application.environment())
            .set(family + "date", DerivedKeySigner.date(now));
    stamped = signer.hasNonce() ? stamped.set(family + "nonce", nonce) : stamped;
    if (request.body().length > 0) {
      stamped = stamped.set(family + "content-sha256", Macs.sha256Hex(request.body()));
    }
    return signer.of("cn-north-1", "orders").sign(stamped, application);
  }

  private RawRequest presigned(RawRequest request) {
    String target = request.target();
    String bare = PRESIGNED.matcher(target).replaceAll("").replaceFirst("^([^?&]*)&", "$1?");
    return DerivedKeySigner.aws4()
        .signing("host")
        .of("cn-north-1", "orders")
        .presign(request.target(bare), application);
  }

  private RawRequest rfc9421(RawRequest request) {
    return Rfc9421Signer.usual()
        .covering("x-app-environment", "x-tenant")
        .at(now, nonce)
        .sign(
            request.without("Content-Digest").set(ENVIRONMENT, application.environment()),
            application);
  }
}
