/**
 * Files of key pairs from another gateway, as they are written: CSV or JSON read into lines of
 * text, each with the place where it stands. What the texts mean is judged elsewhere. No message
 * and no {@code toString} here repeats what a file says: any part of it may be a secret in the
 * wrong place.
 */
@NullMarked
package dev.countersign.persistence.importfile;

import org.jspecify.annotations.NullMarked;
