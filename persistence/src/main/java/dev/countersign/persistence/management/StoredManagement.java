package dev.countersign.persistence.management;

import dev.countersign.persistence.Foundation;

/** The services over one database. */
final class StoredManagement implements Management {

  private final Accounts accounts;
  private final Applications applications;
  private final Secrets secrets;
  private final Imports imports;
  private final Environments environments;
  private final ApiGroups apiGroups;
  private final Apis apis;
  private final Grants grants;
  private final Authorizations authorizations;
  private final Explanations explanations;
  private final AuditTrail auditTrail;
  private final Runnable end;

  /**
   * @param end closes what was opened for this management only
   */
  StoredManagement(Foundation foundation, Runnable end) {
    Desk desk = new Desk(foundation.transactions());
    SecretSlots slots = new SecretSlots(foundation.vault());
    GrantRevocation revocation = new GrantRevocation();
    this.accounts = new StoredAccounts(desk);
    this.applications = new StoredApplications(desk, slots, revocation);
    this.secrets = new StoredSecrets(desk, slots, foundation.clock());
    this.imports = new StoredImports(desk, foundation.vault(), foundation.clock());
    this.environments = new StoredEnvironments(desk);
    this.apiGroups = new StoredApiGroups(desk);
    this.apis = new StoredApis(desk);
    this.grants = new StoredGrants(desk, revocation);
    this.authorizations = new StoredAuthorizations(desk, revocation);
    this.explanations = new StoredExplanations(desk, foundation.clock());
    this.auditTrail = new StoredAuditTrail(desk);
    this.end = end;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Applications applications() {
    return applications;
  }

  @Override
  public Secrets secrets() {
    return secrets;
  }

  @Override
  public Imports imports() {
    return imports;
  }

  @Override
  public Environments environments() {
    return environments;
  }

  @Override
  public ApiGroups apiGroups() {
    return apiGroups;
  }

  @Override
  public Apis apis() {
    return apis;
  }

  @Override
  public Grants grants() {
    return grants;
  }

  @Override
  public Authorizations authorizations() {
    return authorizations;
  }

  @Override
  public Explanations explanations() {
    return explanations;
  }

  @Override
  public AuditTrail auditTrail() {
    return auditTrail;
  }

  @Override
  public void close() {
    end.run();
  }
}
