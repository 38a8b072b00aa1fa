/** The list of the schemes that this library speaks, and their options by name. */
@NullMarked
package dev.countersign.signing.registry;

import org.jspecify.annotations.NullMarked;
