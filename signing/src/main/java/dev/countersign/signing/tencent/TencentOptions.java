package dev.countersign.signing.tencent;

/**
 * What the {@code tencent} scheme accepts beside the habits of deployed clients. Immutable and
 * thread-safe.
 *
 * @param sha384AndSha512 accept {@code hmac-sha384} and {@code hmac-sha512}, which only the
 *     gateway's error table names; off by default
 * @param sha1 accept {@code hmac-sha1}, which every published client uses; on by default
 * @param rfc1864ContentMd5 also accept a {@code Content-MD5} header that is the base64 of the 16
 *     bytes (RFC 1864) as the gateway's page says and no client does; off by default
 * @param unsignedBodyOfGet also accept an empty Content-MD5 line for a GET, HEAD or DELETE that has
 *     a body, as one Go sample signs: <b>that body is then proved by nothing</b>; off by default
 */
public record TencentOptions(
    boolean sha384AndSha512, boolean sha1, boolean rfc1864ContentMd5, boolean unsignedBodyOfGet) {

  private static final TencentOptions DEFAULTS = new TencentOptions(false, true, false, false);

  /** What the published clients need, and nothing weaker. */
  public static TencentOptions defaults() {
    return DEFAULTS;
  }

  /** These options with {@code hmac-sha384} and {@code hmac-sha512}. */
  public TencentOptions withSha384AndSha512() {
    return new TencentOptions(true, sha1, rfc1864ContentMd5, unsignedBodyOfGet);
  }

  /** These options without {@code hmac-sha1}, once every application signs with another hash. */
  public TencentOptions withoutSha1() {
    return new TencentOptions(sha384AndSha512, false, rfc1864ContentMd5, unsignedBodyOfGet);
  }

  /** These options with the RFC 1864 form of {@code Content-MD5}. */
  public TencentOptions withRfc1864ContentMd5() {
    return new TencentOptions(sha384AndSha512, sha1, true, unsignedBodyOfGet);
  }

  /** These options with bodies of GET, HEAD and DELETE that the signature does not cover. */
  public TencentOptions withUnsignedBodyOfGet() {
    return new TencentOptions(sha384AndSha512, sha1, rfc1864ContentMd5, true);
  }
}
