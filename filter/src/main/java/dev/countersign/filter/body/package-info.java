/**
 * The bytes of a request: read once, within limits, proved, and kept outside the heap when they are
 * many.
 */
@NullMarked
package dev.countersign.filter.body;

import org.jspecify.annotations.NullMarked;
