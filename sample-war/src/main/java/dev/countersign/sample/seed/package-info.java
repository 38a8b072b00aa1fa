/** Accounts, applications and grants that the sample starts with. */
@NullMarked
package dev.countersign.sample.seed;

import org.jspecify.annotations.NullMarked;
