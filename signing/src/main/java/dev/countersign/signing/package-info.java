/**
 * The values of request signing: keys, secrets, headers, the request head as received, digests and
 * the HMAC.
 *
 * <p>Nothing here knows a servlet, a database or a wire format; the schemes live in packages of
 * their own.
 */
@NullMarked
package dev.countersign.signing;

import org.jspecify.annotations.NullMarked;
