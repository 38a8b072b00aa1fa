/**
 * Schemes, canonical requests, HMAC and secrets: everything a signature is made of, without a
 * servlet in sight.
 */
@NullMarked
package dev.countersign.signing;

import org.jspecify.annotations.NullMarked;
