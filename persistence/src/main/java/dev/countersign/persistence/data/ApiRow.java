package dev.countersign.persistence.data;

import dev.countersign.filter.access.PathTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A protected operation of one group. Method and shape of the template are unique in the group. */
@Entity
@Table(name = "cs_api")
public class ApiRow extends ManagedRow {

  @Column(name = "group_id")
  private String groupId;

  @Column(name = "method")
  private String method;

  @Column(name = "template")
  private String template;

  @Column(name = "shape")
  private String shape;

  @Column(name = "description")
  private String description = "";

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ApiRow() {}

  /** A new API of this group. */
  public ApiRow(String groupId, String method, PathTemplate template, Instant now) {
    super(now);
    this.groupId = groupId;
    this.method = method;
    this.template = template.toString();
    this.shape = template.shape();
  }

  /** Id of its one group. */
  public String groupId() {
    return groupId;
  }

  /** An HTTP method in upper case, or {@code *} for any; at most 32 characters. */
  public String method() {
    return method;
  }

  /** The paths that it covers; at most 500 characters. */
  public PathTemplate template() {
    return PathTemplate.parse(template);
  }

  /** What it does; at most 2000 characters, maybe empty. */
  public String description() {
    return description;
  }

  /** Describes it. */
  public void describe(String text) {
    this.description = text;
  }
}
