/**
 * HTTP Message Signatures (RFC 9421) with {@code hmac-sha256}, over Content-Digest (RFC 9530). The
 * words here are those of RFC 9421: component, signature base, label.
 */
@NullMarked
package dev.countersign.signing.rfc9421;

import org.jspecify.annotations.NullMarked;
