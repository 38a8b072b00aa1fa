/**
 * The change feed, as a node reads it: what others changed, and how long ago that was known for
 * certain.
 */
@NullMarked
package dev.countersign.persistence.feed;

import org.jspecify.annotations.NullMarked;
