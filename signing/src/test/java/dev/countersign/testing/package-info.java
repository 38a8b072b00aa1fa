/** What the tests of all modules wait and listen with. */
@NullMarked
package dev.countersign.testing;

import org.jspecify.annotations.NullMarked;
