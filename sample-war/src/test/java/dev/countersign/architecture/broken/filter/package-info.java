/** Breaks the rules on purpose. */
@NullMarked
package dev.countersign.architecture.broken.filter;

import org.jspecify.annotations.NullMarked;
