/**
 * Parsers fed with anything: what they may answer is a closed list of reasons, which a corpus
 * reaches one by one.
 */
@NullMarked
package dev.countersign.signing.fuzz;

import org.jspecify.annotations.NullMarked;
