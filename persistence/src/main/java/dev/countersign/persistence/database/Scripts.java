package dev.countersign.persistence.database;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Our scripts, by name. Flyway would search the class path for them, which each server lays out in
 * its own way and where the host's own migrations lie.
 */
final class Scripts implements ResourceProvider {

  private static final String ROOT = "/dev/countersign/persistence/migration/";

  private final String folder;

  Scripts(Dialect dialect) {
    this.folder = ROOT + dialect.folder() + "/";
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return Schema.SCRIPTS.contains(name) ? new Script(folder, name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    List<String> endings = Arrays.asList(suffixes);
    return Schema.SCRIPTS.stream()
        .filter(name -> name.startsWith(prefix) && endings.stream().anyMatch(name::endsWith))
        .<LoadableResource>map(name -> new Script(folder, name))
        .toList();
  }

  private static final class Script extends LoadableResource {

    private final String folder;
    private final String name;

    Script(String folder, String name) {
      this.folder = folder;
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream bytes = Scripts.class.getResourceAsStream(folder + name);
      if (bytes == null) {
        throw new FlywayException("missing from the jar: " + folder + name);
      }
      return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return folder + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return folder + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
