/** The rules of the code base's shape, and for each a fixture that breaks it. */
@NullMarked
package dev.countersign.architecture;

import org.jspecify.annotations.NullMarked;
