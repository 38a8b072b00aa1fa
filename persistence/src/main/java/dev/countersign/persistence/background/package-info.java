/** Threads of our own inside somebody else's server. */
@NullMarked
package dev.countersign.persistence.background;

import org.jspecify.annotations.NullMarked;
