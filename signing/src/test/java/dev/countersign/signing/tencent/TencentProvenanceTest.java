package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.signing.vectors.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden signatures are another program's: each is made again here by its command. */
class TencentProvenanceTest {

  static List<TencentVectors.Row> accepted() {
    return TencentVectors.accepted();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void command_printsTheSignature(TencentVectors.Row row) {
    Programs.require("sh", "openssl");
    List<String> command = List.of("sh", "-c", row.json().required("command").textValue());

    assertEquals(
        row.json().required("signature").textValue(),
        Programs.run(Map.of(), command).outOfSuccess());
  }

  @Test
  void generator_writesTheFileAgain() throws IOException {
    Programs.require("python3", "sh", "openssl");
    List<String> command = List.of("python3", "src/test/python/tencent/make_vectors.py");
    String written = Programs.run(Map.of("PYTHONDONTWRITEBYTECODE", "1"), command).outOfSuccess();

    try (InputStream in = TencentVectors.class.getResourceAsStream(TencentVectors.OWN)) {
      byte[] kept = Objects.requireNonNull(in).readAllBytes();
      assertEquals(new String(kept, StandardCharsets.UTF_8), written);
    }
  }
}
