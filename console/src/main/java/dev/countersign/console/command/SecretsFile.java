package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.console.rest.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** New secrets in a file of its own that only its owner can read: a JSON object in each line. */
final class SecretsFile implements AutoCloseable {

  static final String OPTION = "--secrets-file";
  static final String DESCRIPTION =
      "write new secrets into this new file, for its owner only; else they are shown";

  private final Path path;
  private final FileChannel file;
  private boolean written;

  private SecretsFile(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Makes it, before there is any secret that could be lost.
   *
   * @throws CommandFault if it is there already, or cannot be made
   */
  static SecretsFile create(String name) {
    try {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] owner =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Path path = Path.of(name);
      return new SecretsFile(
          path,
          FileChannel.open(
              path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner));
    } catch (FileAlreadyExistsException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " is there already: name another");
    } catch (IOException | InvalidPathException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " cannot be made");
    }
  }

  /**
   * Writes the issued secret that an answer holds.
   *
   * @return the answer without it
   */
  JsonNode keep(JsonNode answer) {
    if (!(answer.findParent("secret") instanceof ObjectNode issued)) {
      throw CommandFault.refused("the answer holds no secret");
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    if (answer.has("application")) {
      line.set("application", answer.at("/application/name"));
    }
    write(line.setAll(issued));
    issued.remove("secret");
    return answer;
  }

  /**
   * @param secret with what it belongs to
   * @throws CommandFault if it cannot be written, and so is lost
   */
  void write(JsonNode secret) {
    try {
      writeAll(ByteBuffer.wrap(Json.write(secret)));
      writeAll(ByteBuffer.wrap(new byte[] {'\n'}));
      file.force(true);
    } catch (IOException e) {
      throw CommandFault.refused(
          "a secret could not be written: reset that of application "
              + secret.path("applicationId").asText());
    }
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
      written = true;
    }
  }

  /** Leaves no file where nothing was issued, so that the command can be repeated as it is. */
  @Override
  public void close() throws IOException {
    file.close();
    if (!written) {
      Files.deleteIfExists(path);
    }
  }
}
