package dev.countersign.signing.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every build asks of a parser: the corpus reaches each of its reasons, thousands of inputs
 * made from the corpus reach no other and let nothing escape, and time grows with the input and no
 * faster.
 */
public final class Regression {

  /** The name of the fuzz method of every test class, by which the fuzzer names the directory. */
  static final String METHOD = "anyInput_endsInAReason";

  private static final int SEED = 20261121;
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 5000);
  private static final int LARGE = 1 << 20;
  private static final Path REPORTS = Path.of("target", "fuzz");

  private final FuzzTarget target;
  private final Corpus corpus;
  private final ParserTime time;
  private final InputChanges changes;

  private Regression(Class<?> test, FuzzTarget target) {
    this.target = target;
    this.time = new ParserTime(target);
    this.corpus = Corpus.of(test, METHOD);
    this.changes = new InputChanges(corpus.all());
  }

  /** Checks all of it. */
  public static void check(Class<?> test, FuzzTarget target) throws Exception {
    Regression regression = new Regression(test, target);
    regression.checkCorpus();
    regression.checkChanges();
    if (System.getenv("JAZZER_FUZZ") == null) {
      // The fuzzer watches every branch, and what it watches takes longer.
      regression.checkTime();
      regression.report(test.getSimpleName());
    }
  }

  private void checkCorpus() throws Exception {
    Set<String> reached = new TreeSet<>();
    for (byte[] input : corpus.all()) {
      reached.addAll(target.outcomes(input));
    }
    assertEquals(String.join("\n", new TreeSet<>(corpus.reasons())), String.join("\n", reached));
  }

  private void checkChanges() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = changes.next(random);
      checkReasons(input);
    }
  }

  private void checkReasons(byte[] input) throws Exception {
    Set<String> outcomes = outcomes(input);
    assertTrue(
        corpus.reasons().containsAll(outcomes), () -> outcomes + " to " + shortened(text(input)));
  }

  /** Each of the corpus, grown to a megabyte: a parser whose time grows with the square shows. */
  private void checkTime() throws Exception {
    Random random = new Random(SEED);
    for (byte[] input : corpus.all()) {
      byte[] large = changes.enlarged(text(input), LARGE, random);
      time.check(large, shortened(text(large)));
      checkReasons(large);
    }
  }

  private void report(String name) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %d reasons; %d inputs of the corpus, %d made of them, %d of a megabyte,"
                + " of which the slowest took %d ms of processor time%n",
            name,
            corpus.reasons().size(),
            corpus.inputs().size(),
            INPUTS,
            corpus.inputs().size(),
            time.worst().toMillis());
    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve(name + ".txt"), line);
    System.out.print(line);
  }

  private Set<String> outcomes(byte[] input) throws Exception {
    try {
      return target.outcomes(input);
    } catch (RuntimeException e) {
      throw new AssertionError("escaped from " + shortened(text(input)), e);
    }
  }

  private static String shortened(String text) {
    return text.length() > 2000 ? text.substring(0, 2000) + "..." : text;
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }
}
