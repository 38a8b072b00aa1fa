/**
 * Signed calls over {@code java.net.http}: {@link dev.countersign.client.SignedHttpClient} signs
 * each request in the native scheme and sends it.
 */
@NullMarked
package dev.countersign.client;

import org.jspecify.annotations.NullMarked;
