package dev.countersign.signing.aliyun;

/**
 * What a verifier of {@code aliyun} accepts. Immutable and thread-safe.
 *
 * @param sha1 whether {@code HmacSHA1} is accepted; on by default
 * @param unsignedBody whether a body is accepted that is no form and has no {@code Content-MD5}, as
 *     the Node SDK sends it with PUT and the Python demo with JSON; it is then under no signature
 * @param absentStage the environment that a request without {@code X-Ca-Stage} states; empty: it
 *     states none. Alibaba's gateway takes it for {@code RELEASE}
 */
public record AliyunOptions(boolean sha1, boolean unsignedBody, String absentStage) {

  /** What the published clients need, everything weaker switched off. */
  public static AliyunOptions defaults() {
    return new AliyunOptions(true, false, "");
  }

  /** The same with {@code HmacSHA1} accepted or not. */
  public AliyunOptions withSha1(boolean accepted) {
    return new AliyunOptions(accepted, unsignedBody, absentStage);
  }

  /** The same with unsigned bodies accepted or not. */
  public AliyunOptions withUnsignedBody(boolean accepted) {
    return new AliyunOptions(sha1, accepted, absentStage);
  }

  /** The same with this environment stated by a request that names no stage. */
  public AliyunOptions withAbsentStage(String environment) {
    return new AliyunOptions(sha1, unsignedBody, environment);
  }
}
