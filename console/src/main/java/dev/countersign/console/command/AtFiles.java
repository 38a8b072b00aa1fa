package dev.countersign.console.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Looks at arguments such as {@code @FILE} before the parser reads those files. */
final class AtFiles {

  private AtFiles() {}

  /** A sentence about the first that cannot be meant so; {@code null} if all are well. */
  static @Nullable String fault(CommandLine tool, String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String written = arguments[i];
      if (!written.startsWith("@") || written.startsWith("@@") || written.length() == 1) {
        continue;
      }
      if (i > 0 && takesValue(tool, arguments[i - 1])) {
        return Output.safe(arguments[i - 1] + " takes a text, not the arguments of a file")
            + ": write @@ for a text that begins with @";
      }
      if (!isFile(written.substring(1))) {
        return Output.safe(written + " stands for the arguments of a file, which cannot be read")
            + ": correct its path, or write @@ for a text that begins with @";
      }
    }
    return null;
  }

  private static boolean isFile(String name) {
    try {
      Path path = Path.of(name);
      return Files.isReadable(path) && !Files.isDirectory(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** What the file holds would be taken apart at blanks and quotes, and its rest be options. */
  private static boolean takesValue(CommandLine tool, String written) {
    return written.startsWith("-")
        && options(tool)
            .filter(option -> option.arity().min() > 0)
            .anyMatch(option -> List.of(option.names()).contains(written));
  }

  private static Stream<OptionSpec> options(CommandLine tool) {
    return Stream.concat(
        tool.getCommandSpec().options().stream(),
        tool.getSubcommands().values().stream().flatMap(AtFiles::options));
  }
}
