package dev.countersign.filter;

import dev.countersign.filter.access.Credential;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.util.List;
import java.util.Set;

/** An application of the tests: what its owner knows of it. */
record TestApp(String id, AppKey key, Secret secret) {

  static final TestApp ALICE =
      of("app-alice", "alice-key-0001", "alice has a secret of many bytes");
  static final TestApp DISABLED =
      of("app-off", "disabled-key-01", "the disabled one has a secret too");
  static final TestApp STRANGER =
      of("app-none", "stranger-key-01", "nobody knows this secret at all!");

  static TestApp of(String id, String key, String secret) {
    return new TestApp(id, new AppKey(key), Secret.ofText(secret));
  }

  /** The same app key under another secret. */
  TestApp withWrongSecret() {
    return new TestApp(id, key, Secret.ofText("this is not the secret of anybody"));
  }

  Credential credential(boolean enabled) {
    return new Credential(
        id,
        "account-of-" + id,
        key,
        enabled,
        Set.of("countersign-1"),
        List.of(new Credential.LiveSecret(secret, null)));
  }
}
