package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An owner of applications or APIs. Names are unique. */
@Entity
@Table(name = "cs_account")
public class AccountRow extends ManagedRow {

  @Column(name = "name")
  private String name;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AccountRow() {}

  /** A new account. */
  public AccountRow(String name, Instant now) {
    super(now);
    this.name = name;
  }

  /** Its name, at most 200 characters. */
  public String name() {
    return name;
  }

  /** Gives it another name. */
  public void rename(String newName) {
    this.name = newName;
  }
}
