/** Transactions over the rows: retried, recorded in the change feed, audited. */
@NullMarked
package dev.countersign.persistence.work;

import org.jspecify.annotations.NullMarked;
