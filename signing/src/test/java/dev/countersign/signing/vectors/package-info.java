/**
 * The vectors of the native scheme as tests read them, and the programs that tests run. Shared with
 * other modules.
 */
@NullMarked
package dev.countersign.signing.vectors;

import org.jspecify.annotations.NullMarked;
