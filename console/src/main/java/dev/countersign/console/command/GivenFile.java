package dev.countersign.console.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that arguments name. */
final class GivenFile {

  private static final int LIMIT = 64 * 1024 * 1024;

  private GivenFile() {}

  /**
   * @throws CommandFault if it cannot be read
   */
  static byte[] bytes(String name) {
    try {
      Path path = Path.of(name);
      if (Files.size(path) > LIMIT) {
        throw CommandFault.usage("the file " + Output.safe(name) + " is larger than 64 MiB");
      }
      return Files.readAllBytes(path);
    } catch (IOException | InvalidPathException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " cannot be read");
    }
  }

  /**
   * @throws CommandFault if it cannot be read, or is no UTF-8
   */
  static String text(String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(name))).toString();
    } catch (CharacterCodingException e) {
      throw CommandFault.usage("the file " + Output.safe(name) + " is not in UTF-8");
    }
  }
}
