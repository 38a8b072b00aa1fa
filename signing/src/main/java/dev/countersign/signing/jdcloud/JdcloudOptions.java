package dev.countersign.signing.jdcloud;

/**
 * What a verifier of {@code jdcloud} accepts. Immutable and thread-safe.
 *
 * @param region the only region that a credential scope may name; empty: any
 * @param service the only service that a credential scope may name; empty: any
 * @param encodedTwice whether a query whose escapes were encoded once more before signing is
 *     accepted, as {@code com.jdcloud.apigateway.signature} signs a query that was encoded already;
 *     {@code %41} and {@code %2541} are then under one signature
 * @param unsignedPayload whether a signed {@code UNSIGNED-PAYLOAD} is accepted, as the PHP SDK may
 *     send it; the body is then under no signature at all
 */
public record JdcloudOptions(
    String region, String service, boolean encodedTwice, boolean unsignedPayload) {

  /** Any region and service, everything weaker switched off. */
  public static JdcloudOptions defaults() {
    return new JdcloudOptions("", "", false, false);
  }

  /** The same for this one region. */
  public JdcloudOptions withRegion(String only) {
    return new JdcloudOptions(only, service, encodedTwice, unsignedPayload);
  }

  /** The same for this one service. */
  public JdcloudOptions withService(String only) {
    return new JdcloudOptions(region, only, encodedTwice, unsignedPayload);
  }

  /** The same with queries that were encoded twice accepted or not. */
  public JdcloudOptions withEncodedTwice(boolean accepted) {
    return new JdcloudOptions(region, service, accepted, unsignedPayload);
  }

  /** The same with unsigned bodies accepted or not. */
  public JdcloudOptions withUnsignedPayload(boolean accepted) {
    return new JdcloudOptions(region, service, encodedTwice, accepted);
  }
}
