package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A name that some account once gave a group. It stays that account's, or another could define a
 * group of this name later and be served where a WAR still binds it.
 */
@Entity
@Table(name = "cs_api_group_name")
public class ApiGroupNameRow {

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "account_id")
  private String accountId;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ApiGroupNameRow() {}

  /** A name that is used for the first time. */
  public ApiGroupNameRow(String name, String accountId) {
    this.name = name;
    this.accountId = accountId;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Whether only this account may use it. */
  public boolean belongsTo(String account) {
    return accountId.equals(account);
  }
}
