/** A servlet that answers with exactly what it saw, however it is told to look. */
@NullMarked
package dev.countersign.sample.echo;

import org.jspecify.annotations.NullMarked;
