package dev.countersign.persistence.data;

import dev.countersign.signing.AppKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A calling program. Its app key is unique for ever, among the deleted too. */
@Entity
@Table(name = "cs_application")
public class ApplicationRow extends ManagedRow {

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "app_key")
  private String appKey;

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private String description = "";

  @Column(name = "state")
  private String state = ApplicationState.ENABLED.column();

  @Column(name = "schemes")
  private String schemes;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ApplicationRow() {}

  /** A new application, enabled, without a secret. */
  public ApplicationRow(
      String accountId, AppKey appKey, String name, Set<String> schemes, Instant now) {
    super(now);
    this.accountId = accountId;
    this.appKey = appKey.value();
    this.name = name;
    this.schemes = Words.join(schemes);
  }

  /** Id of the account that owns it. */
  public String accountId() {
    return accountId;
  }

  /** Its public id on the wire. */
  public AppKey appKey() {
    return new AppKey(appKey);
  }

  /** Its name, for people; at most 200 characters. */
  public String name() {
    return name;
  }

  /** Gives it another name. */
  public void rename(String newName) {
    this.name = newName;
  }

  /** What it is; at most 2000 characters, maybe empty. */
  public String description() {
    return description;
  }

  /** Describes it. */
  public void describe(String text) {
    this.description = text;
  }

  /** What it may do. */
  public ApplicationState state() {
    return ApplicationState.ofColumn(state);
  }

  /** Lets it call again. */
  public void enable() {
    this.state = ApplicationState.ENABLED.column();
  }

  /** Refuses its calls until it is enabled again. */
  public void disable() {
    this.state = ApplicationState.DISABLED.column();
  }

  /** Ends it for good. */
  public void delete() {
    this.state = ApplicationState.DELETED.column();
  }

  /** Ids of the schemes that it may sign with. */
  public Set<String> schemes() {
    return Words.split(schemes);
  }

  /** Lists other schemes. */
  public void acceptSchemes(Set<String> ids) {
    this.schemes = Words.join(ids);
  }
}
