package dev.countersign.persistence;

import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.persistence.work.Transactions;
import java.time.InstantSource;

/**
 * What management is built on. Changes made through these transactions are known to the caches of
 * this node when they return, and to those of the others with their next poll. Immutable and
 * thread-safe.
 *
 * @param transactions over the rows
 * @param vault seals secrets
 * @param clock the time of all decisions
 */
public record Foundation(Transactions transactions, SecretVault vault, InstantSource clock) {}
