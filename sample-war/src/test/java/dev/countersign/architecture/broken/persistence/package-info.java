/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.persistence;

import org.jspecify.annotations.NullMarked;
