/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.filter.access;

import org.jspecify.annotations.NullMarked;
