package dev.countersign.filter.access;

/**
 * Where a request belongs. Immutable and thread-safe.
 *
 * @param environment the environment that serves it
 * @param path the decoded path below the context on which routing and dispatching agree
 * @param forwarded whether the request has to be forwarded there because an environment segment was
 *     taken away
 */
public record Placement(String environment, String path, boolean forwarded) {}
