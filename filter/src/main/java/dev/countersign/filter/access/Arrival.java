package dev.countersign.filter.access;

import dev.countersign.signing.SignableRequest;

/**
 * A request as it stands at the door. Immutable and thread-safe.
 *
 * @param requestId made by the server for this request; told to a refused caller
 * @param signable the head, as schemes sign it: with the public path in front
 * @param dispatchPath the decoded path below the context by which the container chose the servlet;
 *     it begins with a slash
 */
public record Arrival(String requestId, SignableRequest signable, String dispatchPath) {}
