package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Secret;
import dev.countersign.signing.vectors.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every program that the shell signer starts is replaced by one that writes down what others could
 * see of it.
 */
class ShellSignerSecrecyTest {

  private static final List<String> STARTED =
      List.of("openssl", "curl", "od", "tr", "sort", "date", "cat");

  @TempDir Path folder;

  @Test
  void secret_isNeitherArgumentNorVariableOfAnotherProgram() throws Exception {
    Signer.SHELL.required();
    Path seen = folder.resolve("seen");
    for (String program : STARTED) {
      spyOn(program, seen);
    }
    try (RecordingServer server = new RecordingServer()) {
      Signer.SHELL
          .run(
              Map.of(
                  "COUNTERSIGN_SECRET",
                  Signer.SECRET,
                  "PATH",
                  folder + ":" + System.getenv("PATH")),
              List.of("-d", "body", "POST", server.url("/orders")))
          .outOfSuccess();
      server.take().verified(Secret.ofText(Signer.SECRET));
    }
    String all = Files.readString(seen);

    assertTrue(all.contains("openssl dgst -sha256"), "the spies were there");
    assertTrue(all.contains("curl -q"), "the spies were there");
    assertFalse(all.contains(Signer.SECRET));
    assertFalse(all.contains("Schl"), "nor a part of it");
    assertFalse(all.contains(hex(Signer.SECRET)));
    assertFalse(all.contains("COUNTERSIGN_SECRET"));
  }

  @Test
  void shellTrace_isOffUnlessTheUserTurnsItOn() {
    Programs.Outcome outcome = Signer.SHELL.required().run("--print", "GET", "http://localhost/");

    assertEquals("", outcome.err());
    assertFalse(outcome.outOfSuccess().contains("Schl"));
  }

  private void spyOn(String program, Path seen) throws IOException {
    String script =
        """
        #!/bin/sh
        { printf '%%s ' %1$s "$@"; printf '\\n'; /usr/bin/env; } >>'%2$s'
        PATH=${PATH#*:} exec %1$s "$@"
        """
            .formatted(program, seen);
    Path spy = Files.writeString(folder.resolve(program), script);
    assertTrue(spy.toFile().setExecutable(true));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
