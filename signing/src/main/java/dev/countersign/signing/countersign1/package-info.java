/** The native scheme {@code countersign-1}: how it is read, and how callers sign with it. */
@NullMarked
package dev.countersign.signing.countersign1;

import org.jspecify.annotations.NullMarked;
