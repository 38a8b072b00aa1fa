package dev.countersign.console.command;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a captured request as a server would, with the secret at hand. */
@Command(
    name = "verify",
    description = "Reads a captured HTTP request and says what of its signature differs.")
final class VerifyCommand implements Callable<Integer> {

  private final Root root;

  @Mixin private SecretSource source = new SecretSource();

  @Parameters(
      paramLabel = "FILE",
      converter = NotEmpty.class,
      description = "the request, as it went over the wire")
  private String file = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "when it arrived, such as 2026-11-21T19:44:12Z; without it, now")
  private @Nullable String at;

  @Option(
      names = "--canonical",
      paramLabel = "FILE",
      description = "the text that the caller signed, to be compared")
  private @Nullable String canonical;

  VerifyCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    RawRequest request = RawRequest.parse(GivenFile.bytes(file));
    Secret secret = source.secret(root.terminal());
    List<Check> checks = new ArrayList<>();
    PresentedRequest presented = PresentedRequest.read(request, checks);
    if (presented != null) {
      checks.add(presented.signature(secret));
      checks.add(presented.body());
      checks.add(presented.time(instant()));
      text(presented.texts(), checks);
    }
    return Checks.print(checks, root.output());
  }

  private void text(List<CanonicalRequest> texts, List<Check> checks) {
    if (texts.isEmpty()) {
      return;
    }
    String built = texts.get(0).disclosed();
    if (canonical != null) {
      checks.add(TextCheck.of(GivenFile.text(canonical), built));
    }
    // Beside the results, so that it keeps its lines.
    root.terminal().err().println("the text that is signed, with values masked as servers do:");
    built.lines().forEach(line -> root.terminal().err().println("  " + Output.safe(line)));
  }

  private Instant instant() {
    try {
      return at == null ? root.terminal().clock().instant() : Instant.parse(at);
    } catch (DateTimeException e) {
      throw CommandFault.usage("--at takes an instant in UTC such as 2026-11-21T19:44:12Z");
    }
  }
}
