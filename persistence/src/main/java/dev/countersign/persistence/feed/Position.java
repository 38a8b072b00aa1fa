package dev.countersign.persistence.feed;

/**
 * How far a node has read.
 *
 * @param revision the last one applied
 * @param mark of that revision: random, so a restored database that reached the same number again
 *     is noticed
 */
record Position(long revision, String mark) {}
