package dev.countersign.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** New secrets in a file of its own that only its owner can read: a JSON object in each line. */
final class SecretsFile implements AutoCloseable {

  private final FileChannel file;

  private SecretsFile(FileChannel file) {
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
      return new SecretsFile(
          FileChannel.open(
              Path.of(name),
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              owner));
    } catch (FileAlreadyExistsException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " is there already: name another");
    } catch (IOException | InvalidPathException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " cannot be made");
    }
  }

  void write(JsonNode secret) throws IOException {
    writeAll(ByteBuffer.wrap(Json.write(secret)));
    writeAll(ByteBuffer.wrap(new byte[] {'\n'}));
    file.force(true);
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
