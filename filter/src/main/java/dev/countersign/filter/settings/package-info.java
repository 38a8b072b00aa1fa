/**
 * The settings of one filter as typed values: one table with name, default, form and meaning, from
 * which the parser, the messages and the documentation are fed. No servlet type is known here.
 */
@NullMarked
package dev.countersign.filter.settings;

import org.jspecify.annotations.NullMarked;
