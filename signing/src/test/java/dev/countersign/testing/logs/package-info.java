/** A watch over all that the tests log, for what no log may hold. */
@NullMarked
package dev.countersign.testing.logs;

import org.jspecify.annotations.NullMarked;
