package dev.countersign.signing.aws4;

/**
 * What a verifier of {@code aws4} accepts. Immutable and thread-safe.
 *
 * @param region the only region that a credential scope may name; empty: any
 * @param service the only service that a credential scope may name; empty: any
 * @param pathEncoding how often the signed path is percent-encoded
 * @param presigned whether a signature in the query is accepted; such a request is good for as long
 *     as its signer says, up to seven days
 * @param unsignedPayload whether {@code UNSIGNED-PAYLOAD} is accepted; the body is then under no
 *     signature at all
 * @param repeatedHeaders whether a signed header may occur several times; its values are signed
 *     joined by commas, so {@code a,b} and {@code a} followed by {@code b} are the same
 */
public record Aws4Options(
    String region,
    String service,
    PathEncoding pathEncoding,
    boolean presigned,
    boolean unsignedPayload,
    boolean repeatedHeaders) {

  /** How often the path is percent-encoded in the canonical request. */
  public enum PathEncoding {
    /**
     * The path as sent is encoded once more and normalised: every AWS service but S3. What clients
     * sign that never encode again (curl 7, Perl) is accepted too.
     */
    DOUBLE,
    /** The path as sent: S3 and services like it. */
    SINGLE
  }

  /** Any region and service, path encoded twice, everything weaker switched off. */
  public static Aws4Options defaults() {
    return new Aws4Options("", "", PathEncoding.DOUBLE, false, false, false);
  }

  /** The same for this one region. */
  public Aws4Options withRegion(String only) {
    return new Aws4Options(
        only, service, pathEncoding, presigned, unsignedPayload, repeatedHeaders);
  }

  /** The same for this one service. */
  public Aws4Options withService(String only) {
    return new Aws4Options(region, only, pathEncoding, presigned, unsignedPayload, repeatedHeaders);
  }

  /** The same with this path encoding. */
  public Aws4Options withPathEncoding(PathEncoding encoding) {
    return new Aws4Options(region, service, encoding, presigned, unsignedPayload, repeatedHeaders);
  }

  /** The same with signatures in the query accepted or not. */
  public Aws4Options withPresigned(boolean accepted) {
    return new Aws4Options(
        region, service, pathEncoding, accepted, unsignedPayload, repeatedHeaders);
  }

  /** The same with unsigned bodies accepted or not. */
  public Aws4Options withUnsignedPayload(boolean accepted) {
    return new Aws4Options(region, service, pathEncoding, presigned, accepted, repeatedHeaders);
  }

  /** The same with repeated signed headers accepted or not. */
  public Aws4Options withRepeatedHeaders(boolean accepted) {
    return new Aws4Options(region, service, pathEncoding, presigned, unsignedPayload, accepted);
  }
}
