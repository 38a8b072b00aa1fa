/** The console: REST interface, web page and command line over the management services. */
@NullMarked
package dev.countersign.console;

import org.jspecify.annotations.NullMarked;
