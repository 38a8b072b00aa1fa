/** The console's command line: the REST interface in scripts, over a database or a server. */
@NullMarked
package dev.countersign.console.command;

import org.jspecify.annotations.NullMarked;
