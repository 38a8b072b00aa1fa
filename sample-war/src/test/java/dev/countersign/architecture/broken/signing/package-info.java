/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.signing;

import org.jspecify.annotations.NullMarked;
