package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.importfile.ImportFile;
import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.persistence.importfile.LineError;
import dev.countersign.persistence.importfile.LineErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of broken-imports.json: every error in them is told, and nothing is done. */
class BrokenImportsTest {

  private static final String HEADER = "name,appKey,secret,schemes\n";

  /** A row of the file: lines of an import, and what is told of them. */
  record Broken(
      String sentence,
      ImportFormat format,
      List<String> file,
      String charset,
      List<String> errors) {

    byte[] bytes(String used, String deleted) {
      String text = String.join("\n", file).replace("{used}", used).replace("{deleted}", deleted);
      return text.replace("{fresh}", "fresh-key")
          .getBytes(Charset.forName(charset == null ? "UTF-8" : charset));
    }

    @Override
    public String toString() {
      return format + ": " + sentence;
    }
  }

  static Stream<Arguments> broken() throws IOException {
    try (InputStream file = BrokenImportsTest.class.getResourceAsStream("broken-imports.json")) {
      Broken[] all = new ObjectMapper().readValue(file, Broken[].class);
      return Arrays.stream(Product.values())
          .flatMap(product -> Arrays.stream(all).map(row -> Arguments.of(product, row)));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("broken")
  void brokenFile_isRejectedWithAllItsErrors(Product product, Broken broken) throws IOException {
    Scene scene = Scene.on(product);
    byte[] file = broken.bytes(scene.application.appKey().value(), deleted(scene).appKey().value());
    Map<String, List<String>> before = Dump.of(scene.site.database());
    Imports imports = scene.site.management().imports();
    String owner = scene.site.owner.id();
    ImportResult checked =
        imports.check(scene.site.asOwner(), owner, broken.format(), new ByteArrayInputStream(file));
    ImportResult result =
        imports.importAll(
            scene.site.asOwner(), owner, broken.format(), new ByteArrayInputStream(file));

    assertEquals(result, checked);
    ImportResult.Rejected rejected = assertInstanceOf(ImportResult.Rejected.class, result);
    assertEquals(
        broken.errors().stream().sorted().toList(),
        rejected.errors().stream().map(LineError::toString).sorted().toList());
    assertEquals(before, Dump.of(scene.site.database()));
  }

  private static ApplicationDetails deleted(Scene scene) {
    ApplicationDetails application = scene.site.application().application();
    scene
        .site
        .management()
        .applications()
        .delete(scene.site.asOwner(), application.id(), ExpectedVersion.ANY);
    return application;
  }

  @ParameterizedTest
  @EnumSource
  void tooManyErrors_areCutAndSaidToBeMore(Product product) {
    ImportResult.Rejected rejected = rejected(product, lines(LineErrors.MOST + 1, "short"));
    assertEquals(LineErrors.MOST, rejected.errors().size());
    assertTrue(rejected.more());
  }

  @ParameterizedTest
  @EnumSource
  void tooManyApplications_areRejected(Product product) {
    String good = "a-secret-that-is-long-enough";
    ImportResult.Rejected rejected =
        rejected(product, lines(ImportFile.MOST_APPLICATIONS + 1, good));
    assertEquals(
        List.of("line 100002: a file holds at most 100000 applications"),
        rejected.errors().stream().map(LineError::toString).toList());
  }

  private static ImportResult.Rejected rejected(Product product, String file) {
    Site site = Site.on(product);
    return assertInstanceOf(
        ImportResult.Rejected.class,
        ImportCalls.importAll(
            site.management(), site.asOwner(), site.owner.id(), ImportFormat.CSV, file));
  }

  private static String lines(int count, String secret) {
    return IntStream.range(0, count)
        .mapToObj(i -> "shop,many-" + i + "," + secret + ",tencent")
        .collect(Collectors.joining("\n", HEADER, "\n"));
  }
}
