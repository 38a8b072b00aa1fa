/** The console's REST interface without a server: a call is data, and so is its answer. */
@NullMarked
package dev.countersign.console.rest;

import org.jspecify.annotations.NullMarked;
