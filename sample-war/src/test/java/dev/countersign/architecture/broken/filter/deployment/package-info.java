/** Has a cycle between its classes. */
@NullMarked
package dev.countersign.architecture.broken.filter.deployment;

import org.jspecify.annotations.NullMarked;
