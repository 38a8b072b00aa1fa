/**
 * The signatures of JD Cloud, {@code JDCLOUD2-HMAC-SHA256} and {@code JDCLOUD3-HMAC-SHA256}, as its
 * published signers make them. The words here are those of JD Cloud: canonical request, string to
 * sign, credential scope.
 */
@NullMarked
package dev.countersign.signing.jdcloud;

import org.jspecify.annotations.NullMarked;
