/**
 * The stores behind the filter, over Jakarta Persistence: found by the filter when this jar lies
 * beside it, opened from the context-params of {@code web.xml}.
 */
@NullMarked
package dev.countersign.persistence;

import org.jspecify.annotations.NullMarked;
