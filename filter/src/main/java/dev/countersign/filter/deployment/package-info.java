/**
 * What a WAR's descriptors and registrations say of the filter's place in it, and what is wrong
 * with that. Knows no servlet types.
 */
@NullMarked
package dev.countersign.filter.deployment;

import org.jspecify.annotations.NullMarked;
