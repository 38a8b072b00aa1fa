/** What signing and deciding cost. Not shipped. */
@NullMarked
package dev.countersign.benchmarks;

import org.jspecify.annotations.NullMarked;
