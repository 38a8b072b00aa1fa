package dev.countersign.persistence.management;

/**
 * A new application and its first secret, which is shown this once. Immutable but for the secret.
 */
public record IssuedApplication(ApplicationDetails application, IssuedSecret secret) {}
