package dev.countersign.sample.schemes;

import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.WireSigner;
import java.util.List;
import java.util.Map;

/**
 * Signs a raw request as programs of one gateway do, from the gateway's published rules and with
 * none of the library's code. Headers that the request already has (date, nonce ...) are signed as
 * they stand. For targets that need no encoding and whose parameters are in order.
 */
public interface ForeignSigner {

  /** A usual client of every scheme, by the id of the scheme. */
  Map<String, ForeignSigner> USUAL =
      Map.of(
          "countersign-1", new NativeSigner(),
          "tencent", TencentSigner.usual(),
          "jdcloud", JdcloudSigner.usual(),
          "aliyun", AliyunSigner.usual(),
          "aws4", Aws4Signer.usual(),
          "rfc9421", Rfc9421Signer.usual());

  /** The ids, in a fixed order. */
  List<String> SCHEMES =
      List.of("countersign-1", "tencent", "jdcloud", "aliyun", "aws4", "rfc9421");

  RawRequest sign(RawRequest request, Application application);

  /** Signs a request without query as AWS's presigned ones are, with everything in the query. */
  static RawRequest presign(RawRequest request, Application application) {
    return Aws4Signer.usual().presign(request, application);
  }

  /** The text that a server which shows it must show for a signed request, nothing masked. */
  String shown(RawRequest signed);

  /** The MAC that would be right for a request with these headers. */
  byte[] mac(RawRequest signed, Application application);

  /** The native scheme, signed by the tests' own signer. */
  record NativeSigner() implements ForeignSigner {
    @Override
    public RawRequest sign(RawRequest request, Application application) {
      return WireSigner.sign(request, application);
    }

    @Override
    public String shown(RawRequest signed) {
      return WireSigner.canonical(signed);
    }

    @Override
    public byte[] mac(RawRequest signed, Application application) {
      return Macs.hmac("HmacSHA256", Macs.utf8(application.secret()), shown(signed));
    }
  }

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
