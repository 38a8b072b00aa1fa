package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A deployment stage. Names are unique; {@code release}, {@code prepub} and {@code test} exist from
 * the start.
 */
@Entity
@Table(name = "cs_environment")
public class EnvironmentRow extends ManagedRow {

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private String description = "";

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EnvironmentRow() {}

  /** A new environment. */
  public EnvironmentRow(String name, Instant now) {
    super(now);
    this.name = name;
  }

  /** Its name, at most 64 characters; it is what callers sign, so it never changes. */
  public String name() {
    return name;
  }

  /** What it is for; at most 2000 characters, maybe empty. */
  public String description() {
    return description;
  }

  /** Describes it. */
  public void describe(String text) {
    this.description = text;
  }
}
