/** Commands for the people who install: what must be done before anything else can be. */
@NullMarked
package dev.countersign.persistence.command;

import org.jspecify.annotations.NullMarked;
