/**
 * The decision: who calls, in which environment, which API, and whether a grant allows it. No
 * servlet type is known here.
 *
 * <p>{@link dev.countersign.filter.access.AccessGate} is the way of one request; the ports are what
 * it asks of a store.
 */
@NullMarked
package dev.countersign.filter.access;

import org.jspecify.annotations.NullMarked;
