/**
 * The ports of the gate over the database: each as it is read, and what is kept in memory in front
 * of it under the rules of the change feed.
 */
@NullMarked
package dev.countersign.persistence.store;

import org.jspecify.annotations.NullMarked;
