package dev.countersign.filter.access;

/** Stores of which single ports are replaced. */
final class PatchedStores implements AccessStores {

  private CredentialStore credentials;
  private GrantStore grants;
  private ApiCatalogue apis;
  private NonceStore nonces;
  private DecisionListener decisions;

  PatchedStores(AccessStores below) {
    this.credentials = below.credentials();
    this.grants = below.grants();
    this.apis = below.apis();
    this.nonces = below.nonces();
    this.decisions = below.decisions();
  }

  PatchedStores credentials(CredentialStore replacement) {
    this.credentials = replacement;
    return this;
  }

  PatchedStores grants(GrantStore replacement) {
    this.grants = replacement;
    return this;
  }

  PatchedStores apis(ApiCatalogue replacement) {
    this.apis = replacement;
    return this;
  }

  PatchedStores nonces(NonceStore replacement) {
    this.nonces = replacement;
    return this;
  }

  PatchedStores decisions(DecisionListener replacement) {
    this.decisions = replacement;
    return this;
  }

  @Override
  public CredentialStore credentials() {
    return credentials;
  }

  @Override
  public GrantStore grants() {
    return grants;
  }

  @Override
  public ApiCatalogue apis() {
    return apis;
  }

  @Override
  public NonceStore nonces() {
    return nonces;
  }

  @Override
  public DecisionListener decisions() {
    return decisions;
  }

  @Override
  public void close() {}
}
