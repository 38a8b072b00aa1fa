package dev.countersign.persistence.contract;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Grant;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a contract puts into a store what it then asks for. */
public interface Arrangement extends AutoCloseable {

  /** The store. */
  AccessStores stores();

  /** An enabled application that may sign with countersign-1, with one secret; answers its id. */
  String application(String appKey, Secret secret);

  /** A second secret beside the first, which ends at this instant. */
  void overlap(String appKey, Secret second, Instant firstEndsAt);

  /** Disables it. */
  void disable(String appKey);

  /** Takes it away for good. */
  void delete(String appKey);

  /** An API in a group of this name, which exists or is made. */
  Api api(String group, String method, String template);

  /** A grant with the terms of this one; its id may differ. */
  void grant(String applicationId, String environment, Api api, boolean wholeGroup, Terms terms);

  /** Takes away all grants of the application. */
  void revokeAll(String applicationId);

  @Override
  void close();

  /** What a grant says beside its triple. */
  record Terms(@Nullable Instant notBefore, @Nullable Instant expiresAt, String role) {

    boolean areThoseOf(Grant grant) {
      return Objects.equals(notBefore, grant.notBefore())
          && Objects.equals(expiresAt, grant.expiresAt())
          && grant.roles().equals(Set.of(role));
    }
  }
}
