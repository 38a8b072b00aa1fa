package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Several APIs under one name, which is unique in the database and to which a WAR binds a prefix.
 */
@Entity
@Table(name = "cs_api_group")
public class ApiGroupRow extends ManagedRow {

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private String description = "";

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ApiGroupRow() {}

  /** A new, empty group. */
  public ApiGroupRow(String accountId, String name, Instant now) {
    super(now);
    this.accountId = accountId;
    this.name = name;
  }

  /** Id of the account that provides it. */
  public String accountId() {
    return accountId;
  }

  /** Its name, at most 64 characters. */
  public String name() {
    return name;
  }

  /** What it is; at most 2000 characters, maybe empty. */
  public String description() {
    return description;
  }

  /** Describes it. */
  public void describe(String text) {
    this.description = text;
  }
}
