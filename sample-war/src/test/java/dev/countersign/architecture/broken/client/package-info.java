/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.client;

import org.jspecify.annotations.NullMarked;
