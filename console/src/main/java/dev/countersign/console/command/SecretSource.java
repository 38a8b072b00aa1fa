package dev.countersign.console.command;

import dev.countersign.signing.Secret;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command reads the secret of an application: never from its arguments. */
final class SecretSource {

  @Option(
      names = "--secret-env",
      paramLabel = "NAME",
      defaultValue = "COUNTERSIGN_SECRET",
      description = "the variable that holds the secret (COUNTERSIGN_SECRET)")
  private String variable = "COUNTERSIGN_SECRET";

  @Option(
      names = "--secret-file",
      paramLabel = "PATH",
      description = "instead: the file that holds it; one final line break is dropped")
  private @Nullable String file;

  @Option(names = "--secret-base64", description = "the secret is the bytes of this base64")
  private boolean base64;

  /**
   * @throws CommandFault if there is none, or too short a one
   */
  Secret secret(Terminal terminal) {
    String text = file == null ? terminal.variable(variable) : withoutBreak(GivenFile.text(file));
    if (text == null) {
      throw CommandFault.usage(
          "the secret is missing: put it into the variable "
              + Output.safe(variable)
              + ", or name a file by --secret-file");
    }
    try {
      return base64 ? Secret.ofBytes(Base64.getDecoder().decode(text)) : Secret.ofText(text);
    } catch (IllegalArgumentException e) {
      throw CommandFault.usage("the secret is no base64, or has fewer than 16 bytes");
    }
  }

  private static String withoutBreak(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
