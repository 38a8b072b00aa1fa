/** The stores behind the filter and the services that manage them, over Jakarta Persistence. */
@NullMarked
package dev.countersign.persistence;

import org.jspecify.annotations.NullMarked;
