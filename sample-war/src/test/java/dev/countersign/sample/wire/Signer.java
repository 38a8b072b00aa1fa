package dev.countersign.sample.wire;

import java.util.List;
import java.util.Map;

/**
 * Signs a raw request as programs of one scheme do, from the scheme's published rules and with none
 * of the library's code: what the two agree on is no habit of one of them. Headers that the request
 * already has (date, nonce ...) are signed as they stand; an earlier signature is replaced. It
 * signs whatever it is given: what cannot be signed in earnest gets a signature that fails.
 */
public interface Signer {

  /** A usual client of every scheme, by the id of the scheme. */
  Map<String, Signer> USUAL =
      Map.of(
          "countersign-1", new NativeSigner(),
          "tencent", TencentSigner.usual(),
          "jdcloud", DerivedKeySigner.jdcloud2(),
          "aliyun", AliyunSigner.usual(),
          "aws4", DerivedKeySigner.aws4(),
          "rfc9421", Rfc9421Signer.usual());

  /** The ids, in a fixed order. */
  List<String> SCHEMES =
      List.of("countersign-1", "tencent", "jdcloud", "aliyun", "aws4", "rfc9421");

  RawRequest sign(RawRequest request, Application application);

  /** The text that a server which shows it must show for a signed request, nothing masked. */
  String shown(RawRequest signed);

  /** The MAC that would be right for a request with these headers. */
  byte[] mac(RawRequest signed, Application application);

  static String value(RawRequest request, String name) {
    return request.header(name).orElse("").strip();
  }

  static RawRequest orElse(RawRequest request, String name, String value) {
    return request.header(name).isPresent() ? request : request.add(name, value);
  }

  static String path(RawRequest request) {
    return request.target().split("\\?", 2)[0];
  }

  static String query(RawRequest request) {
    String[] parts = request.target().split("\\?", 2);
    return parts.length == 2 ? parts[1] : "";
  }

  static boolean isForm(RawRequest request) {
    return value(request, "Content-Type").startsWith("application/x-www-form-urlencoded");
  }
}
