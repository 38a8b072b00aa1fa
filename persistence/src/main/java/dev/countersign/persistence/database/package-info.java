/**
 * The way to the database: connections with time-outs, the schema's version, and what an SQL error
 * means.
 */
@NullMarked
package dev.countersign.persistence.database;

import org.jspecify.annotations.NullMarked;
