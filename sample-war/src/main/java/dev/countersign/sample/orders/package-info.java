/** The orders API: what a WAR looks like behind the filter. */
@NullMarked
package dev.countersign.sample.orders;

import org.jspecify.annotations.NullMarked;
