package dev.countersign.persistence.store;

import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.filter.access.NonceStore;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.persistence.work.Transactions;
import java.time.InstantSource;

/** The ports of the gate over one database. Thread-safe. */
public final class Ports implements AutoCloseable {

  private final KeptCredentials credentials;
  private final KeptGrants grants;
  private final KeptApis apis;
  private final StoredNonces nonces;
  private final RecordedRefusals decisions;
  private final RecordedUses uses;
  private final Housekeeping housekeeping;

  private Ports(Source source, Coherence coherence, Freshness freshness) {
    StoredCredentials stored =
        new StoredCredentials(source.transactions(), source.vault(), source.clock());
    this.credentials = new KeptCredentials(stored, freshness, coherence);
    this.grants = new KeptGrants(new StoredGrants(source.transactions()), freshness, coherence);
    this.apis = new KeptApis(new StoredApis(source.transactions()), freshness, coherence);
    this.nonces = new StoredNonces(source.database());
    this.decisions = new RecordedRefusals(source.database());
    this.uses = new RecordedUses(source.database());
    this.housekeeping = new Housekeeping(source.database(), source.clock());
    coherence.register(credentials::drop);
    coherence.register(grants::drop);
    coherence.register(apis::drop);
  }

  /**
   * Where everything comes from.
   *
   * @param clock the time of all decisions
   */
  public record Source(
      Database database, Transactions transactions, SecretVault vault, InstantSource clock) {}

  /**
   * Ports that keep nothing yet.
   *
   * @param coherence told of every change, from here and from other nodes
   * @param freshness until when what is kept may be used
   */
  public static Ports open(Source source, Coherence coherence, Freshness freshness) {
    return new Ports(source, coherence, freshness);
  }

  /** App keys. */
  public CredentialStore credentials() {
    return credentials;
  }

  /** Grants. */
  public GrantStore grants() {
    return grants;
  }

  /** APIs. */
  public ApiCatalogue apis() {
    return apis;
  }

  /** Nonces that all nodes share. */
  public NonceStore nonces() {
    return nonces;
  }

  /** Hears of refused calls, and of secrets in use. */
  public DecisionListener decisions() {
    return decision -> {
      decisions.decided(decision);
      uses.decided(decision);
    };
  }

  @Override
  public void close() {
    housekeeping.close();
    uses.close();
    decisions.close();
  }
}
