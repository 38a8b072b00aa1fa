package dev.countersign.sample.schemes;

import dev.countersign.sample.wire.AliyunSigner;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.DerivedKeySigner.PathForm;
import dev.countersign.sample.wire.Macs;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.Rfc9421Signer;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.TencentSigner;
import java.util.List;
import java.util.UUID;

/** The requests of {@code settings.json}, by name, for one room. */
record SettingRequests(Rooms rooms, String room) {

  private static final String JSON = "{\"amount\":1}";

  List<RawRequest> named(String name) {
    return switch (name.split(" ", 2)[0]) {
      case "tencent" -> tencent(name);
      case "jdcloud" -> List.of(jdcloud(name));
      case "aliyun" -> List.of(aliyun(name));
      case "aws4" -> List.of(aws4(name));
      default -> List.of(rfc9421(name));
    };
  }

  private List<RawRequest> tencent(String name) {
    TencentSigner usual = TencentSigner.usual();
    RawRequest post = usual.sign(json("POST"), app());
    return switch (name) {
      case "tencent sha1" -> List.of(usual.sign(fresh("GET"), app()));
      case "tencent sha256" -> List.of(usual.with("hmac-sha256").sign(fresh("GET"), app()));
      case "tencent sha384" -> List.of(usual.with("hmac-sha384").sign(fresh("GET"), app()));
      case "tencent sha512" -> List.of(usual.with("hmac-sha512").sign(fresh("GET"), app()));
      case "tencent RFC 1864" -> List.of(usual.sign(rfc1864(), app()));
      case "tencent GET with unsigned body" ->
          List.of(usual.signingNoBody().sign(json("GET"), app()));
      case "tencent POST with unsigned body" ->
          List.of(usual.signingNoBody().sign(json("POST"), app()));
      case "tencent POST twice" -> List.of(post, post);
      case "tencent 1000 s ago" -> List.of(usual.sign(aged(1000), app()));
      case "tencent 100 s ago" -> List.of(usual.sign(aged(100), app()));
      default -> throw new AssertionError(name);
    };
  }

  private RawRequest jdcloud(String name) {
    DerivedKeySigner usual = DerivedKeySigner.jdcloud2();
    return switch (name) {
      case "jdcloud usual" -> usual.sign(fresh("GET"), app());
      case "jdcloud other region" -> usual.of("cn-south-1", "apigateway").sign(fresh("GET"), app());
      case "jdcloud other service" -> usual.of("cn-north-1", "vm").sign(fresh("GET"), app());
      case "jdcloud query encoded twice" ->
          usual
              .writing(query -> query.replace("%", "%25"))
              .sign(rooms.request(room, "GET", "/a?b=%41"), app());
      case "jdcloud unsigned payload" ->
          usual.sign(json("POST").add("x-jdcloud-content-sha256", "UNSIGNED-PAYLOAD"), app());
      default -> throw new AssertionError(name);
    };
  }

  private RawRequest aliyun(String name) {
    AliyunSigner usual = AliyunSigner.usual();
    return switch (name) {
      case "aliyun sha1" -> usual.with("HmacSHA1").sign(fresh("GET"), app());
      case "aliyun sha256" -> usual.sign(fresh("GET"), app());
      case "aliyun unsigned body" -> usual.signingNoBody().sign(json("PUT"), app());
      case "aliyun TEST" -> usual.sign(fresh("GET").add("X-Ca-Stage", "TEST"), app());
      default -> throw new AssertionError(name);
    };
  }

  private RawRequest aws4(String name) {
    DerivedKeySigner usual = DerivedKeySigner.aws4();
    return switch (name) {
      case "aws4 usual" -> usual.sign(fresh("GET"), app());
      case "aws4 other region" -> usual.of("eu-west-1", "execute-api").sign(fresh("GET"), app());
      case "aws4 other service" -> usual.of("eu-central-1", "s3").sign(fresh("GET"), app());
      case "aws4 path encoded twice" ->
          usual.sign(rooms.request(room, "GET", "/a%20" + mark()), app());
      case "aws4 path decoded and encoded once" ->
          signedDecoded(usual.writing(PathForm.ENCODED_ANEW));
      case "aws4 presigned" -> usual.presign(fresh("GET"), app());
      case "aws4 unsigned payload" -> usual.sign(withUnsignedPayload(json("POST")), app());
      case "aws4 repeated header" ->
          usual
              .signing("host", "my-list")
              .sign(fresh("GET").add("My-List", "one").add("My-List", "two"), app());
      default -> throw new AssertionError(name);
    };
  }

  private RawRequest rfc9421(String name) {
    RawRequest one = Rfc9421Signer.usual().sign(json("POST"), app());
    return switch (name) {
      case "rfc9421 one label" -> one;
      case "rfc9421 two labels" ->
          one.set("Signature-Input", one.header("Signature-Input").orElseThrow() + ", proxy=()")
              .set("Signature", one.header("Signature").orElseThrow() + ", proxy=:AAAA:");
      default -> throw new AssertionError(name);
    };
  }

  private RawRequest rfc1864() {
    RawRequest request = json("POST");
    return request.add("Content-MD5", Macs.base64(Macs.digest("MD5", request.body())));
  }

  private RawRequest aged(long seconds) {
    return fresh("GET").add("X-Date", TencentSigner.date(ServerClock.now().minusSeconds(seconds)));
  }

  /** Signed as {@code /A...}, sent as {@code /%41...}. */
  private RawRequest signedDecoded(DerivedKeySigner signer) {
    RawRequest plain = rooms.request(room, "GET", "/A" + mark());
    RawRequest signed = signer.sign(plain, app());
    return signed.target(signed.target().replace("/A", "/%41"));
  }

  private static RawRequest withUnsignedPayload(RawRequest request) {
    return request.add("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
  }

  private RawRequest json(String method) {
    return fresh(method).body("application/json", JSON);
  }

  /** To a target of its own, so that no two of them have one signature. */
  private RawRequest fresh(String method) {
    return rooms.request(room, method, "/" + mark());
  }

  private static String mark() {
    return UUID.randomUUID().toString();
  }

  private Application app() {
    return rooms.application();
  }
}
