package dev.countersign.filter;

import dev.countersign.filter.body.Spool;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a multipart body: a range of the request's spool, gone with the request. */
final class BodyPart implements Part {

  private final PartHead head;
  private final Spool spool;
  private final long start;
  private final long size;
  private final Path location;
  private boolean deleted;

  /** With the directory to which relative names given to {@link #write} belong. */
  BodyPart(PartHead head, Spool spool, long start, long size, Path location) {
    this.head = head;
    this.spool = spool;
    this.start = start;
    this.size = size;
    this.location = location;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    if (deleted) {
      throw new IOException("the part was deleted");
    }
    return spool.open(start, size);
  }

  @Override
  public @Nullable String getContentType() {
    return head.contentType();
  }

  @Override
  public String getName() {
    return head.name();
  }

  @Override
  public @Nullable String getSubmittedFileName() {
    return head.fileName();
  }

  @Override
  public long getSize() {
    return size;
  }

  @Override
  public void write(String fileName) throws IOException {
    try (InputStream from = getInputStream()) {
      Files.copy(from, location.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void delete() {
    deleted = true;
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return new LinkedHashSet<>(values(name));
  }

  @Override
  public Collection<String> getHeaderNames() {
    return new LinkedHashSet<>(head.headers().keySet());
  }

  private List<String> values(String name) {
    return head.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
