/**
 * What all servlets of the sample share: JSON answers, the caller in them, and the count of
 * invocations.
 */
@NullMarked
package dev.countersign.sample.answer;

import org.jspecify.annotations.NullMarked;
