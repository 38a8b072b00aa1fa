/**
 * The wire formats of signing. A scheme reads what a request claims and says which text its
 * signature covers; it never looks anything up and never decides.
 */
@NullMarked
package dev.countersign.signing.scheme;

import org.jspecify.annotations.NullMarked;
