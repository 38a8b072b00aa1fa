/**
 * The rows of the managed tables, and the values they are made of. One class per table, mapped by
 * field; each changes only through methods that say what happens.
 */
@NullMarked
package dev.countersign.persistence.data;

import org.jspecify.annotations.NullMarked;
