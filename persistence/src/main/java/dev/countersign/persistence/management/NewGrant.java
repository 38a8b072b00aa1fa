package dev.countersign.persistence.management;

/**
 * A grant that is to be. Immutable.
 *
 * @param applicationId the exact id of the application: one of the granting account, or one that
 *     its owner told
 * @param target an API or group of the granting account
 * @param environment name of the environment
 * @param terms how long, and with which roles
 */
public record NewGrant(
    String applicationId, GrantTarget target, String environment, GrantTerms terms) {

  /** Unlimited, without roles. */
  public static NewGrant of(String applicationId, GrantTarget target, String environment) {
    return new NewGrant(applicationId, target, environment, GrantTerms.UNLIMITED);
  }

  /** The same on these terms. */
  public NewGrant on(GrantTerms newTerms) {
    return new NewGrant(applicationId, target, environment, newTerms);
  }
}
