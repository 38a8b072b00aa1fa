package dev.countersign.persistence.feed;

import dev.countersign.persistence.data.Touched;

/**
 * What happened since a position.
 *
 * @param touched what to drop
 * @param position where the feed stands with that
 */
record Changes(Touched touched, Position position) {}
