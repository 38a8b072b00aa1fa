package dev.countersign.sample.seed;

import java.util.List;
import java.util.Set;

/**
 * One entry of {@code applications.json}. It holds the secret, which a real system shows once and
 * writes nowhere: this is for trying out only.
 *
 * @param name for people, unique among these
 * @param account name of its owner
 * @param applicationId its id
 * @param appKey what it is called on the wire
 * @param secret its UTF-8 bytes are the key of the HMAC
 * @param environment the one to begin with
 * @param enabled whether its calls are taken at all
 * @param grants what it may call
 */
public record SeededApplication(
    String name,
    String account,
    String applicationId,
    String appKey,
    String secret,
    String environment,
    boolean enabled,
    List<SeededGrant> grants) {

  /** Copies the list. */
  public SeededApplication {
    grants = List.copyOf(grants);
  }

  @Override
  public String toString() {
    return name + " (" + appKey + ")";
  }

  /**
   * One of its grants.
   *
   * @param kind {@code direct} or {@code partner}
   * @param environment where it holds
   * @param allows a group, or one operation
   * @param roles what it makes the caller
   * @param notBefore an instant, or empty
   * @param expires an instant, or empty
   */
  public record SeededGrant(
      String kind,
      String environment,
      String allows,
      Set<String> roles,
      String notBefore,
      String expires) {}
}
