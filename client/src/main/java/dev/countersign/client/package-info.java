/** Signed calls over {@code java.net.http}. */
@NullMarked
package dev.countersign.client;

import org.jspecify.annotations.NullMarked;
