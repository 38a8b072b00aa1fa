/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.signing.util;

import org.jspecify.annotations.NullMarked;
