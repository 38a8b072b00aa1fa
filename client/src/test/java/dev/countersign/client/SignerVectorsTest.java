package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.signing.vectors.AcceptedVector;
import dev.countersign.signing.vectors.Programs;
import dev.countersign.signing.vectors.VectorFile;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.testing.Overlapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every signer writes the headers of every accepted vector, to the letter. */
class SignerVectorsTest {

  private static final List<String> WRITTEN_BY_SIGNER = List.of("host", "x-app-", "content-digest");

  @TempDir Path folder;

  static Stream<Arguments> signersAndVectors() {
    List<AcceptedVector> rows = VectorFile.accepted();
    return Arrays.stream(Signer.values())
        .flatMap(signer -> rows.stream().map(row -> Arguments.of(signer, row)));
  }

  @Overlapping
  @ParameterizedTest
  @MethodSource("signersAndVectors")
  void vector_isSignedToTheLetter(Signer signer, AcceptedVector row) {
    signer.required();
    List<String> call = new ArrayList<>(List.of("--print"));
    call.addAll(arguments(row));

    assertEquals(expected(row.request()), sorted(run(signer, row, call).lines().toList()));
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void canonicalOption_printsTheCanonicalRequestOnly(Signer signer) {
    signer.required();
    List<AcceptedVector> rows = VectorFile.accepted();
    AcceptedVector row = rows.get(rows.size() - 1);
    List<String> call = new ArrayList<>(List.of("--canonical"));
    call.addAll(arguments(row));

    assertEquals(row.canonicalRequest(), run(signer, row, call));
  }

  private static String run(Signer signer, AcceptedVector row, List<String> call) {
    Programs.Outcome outcome = signer.run(Map.of("MY_SECRET", row.secretText()), call);
    return outcome.outOfSuccess();
  }

  private List<String> arguments(AcceptedVector row) {
    VectorRequest request = row.request();
    List<String> arguments = new ArrayList<>(List.of("--secret-env=MY_SECRET"));
    if (row.secretIsBase64()) {
      arguments.add("--secret-base64");
    }
    arguments.add("--key=" + header(request, "X-App-Key"));
    arguments.add("--environment=" + header(request, "X-App-Environment"));
    arguments.add("--timestamp=" + header(request, "X-App-Timestamp"));
    arguments.add("--nonce=" + header(request, "X-App-Nonce"));
    request
        .headersExcept(WRITTEN_BY_SIGNER)
        .forEach(sent -> arguments.add("--header=" + sent.getKey() + ": " + sent.getValue()));
    request.header("X-App-Signed-Headers").stream()
        .flatMap(list -> Arrays.stream(list.split(";", -1)))
        .forEach(name -> arguments.add("--sign-header=" + name));
    request.body().ifPresent(body -> arguments.add("--data-file=" + file(body)));
    arguments.add(request.method());
    arguments.add("http://" + header(request, "Host") + request.target());
    return arguments;
  }

  private Path file(byte[] body) {
    try {
      return Files.write(folder.resolve("body with a space"), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of headers may be in any case; the rest may not. */
  private static List<String> expected(VectorRequest request) {
    return sorted(
        request.headers().stream()
            .filter(line -> isWrittenBySigner(line.toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static boolean isWrittenBySigner(String line) {
    return line.startsWith("x-app-") || line.startsWith("content-digest");
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream()
        .map(
            line -> {
              int colon = line.indexOf(':');
              return line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon);
            })
        .sorted()
        .toList();
  }

  private static String header(VectorRequest request, String name) {
    return request.header(name).orElseThrow();
  }
}
