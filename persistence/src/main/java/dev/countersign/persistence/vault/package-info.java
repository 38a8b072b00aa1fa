/**
 * Secrets at rest: AES-256-GCM (NIST SP 800-38D) under master keys that are never in the database,
 * each ciphertext bound to the row that it lies in.
 */
@NullMarked
package dev.countersign.persistence.vault;

import org.jspecify.annotations.NullMarked;
