package dev.countersign.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs all benchmarks, or those that JMH's own options choose, and prints each beside the bare HMAC
 * of the same run: only such ratios mean something elsewhere. They are those of each one's best
 * iteration, the one that other programs on the machine disturbed least.
 */
public final class Ratios {

  private static final String BASE = "SignatureBenchmark.hmac";

  private Ratios() {}

  /** With JMH's options. */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run();
    double base =
        results.stream()
            .filter(result -> name(result).equals(BASE))
            .mapToDouble(Ratios::best)
            .findFirst()
            .orElse(Double.NaN);
    System.out.println("\n| benchmark | best ns | mean ns | bytes | × HMAC |\n|---|---|---|---|---|");
    results.forEach(result -> System.out.println(row(result, base)));
  }

  private static String row(RunResult result, double base) {
    double bytes =
        result.getSecondaryResults().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
            .mapToDouble(entry -> entry.getValue().getScore())
            .findFirst()
            .orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.2f |",
        name(result),
        best(result),
        result.getPrimaryResult().getScore(),
        bytes,
        best(result) / base);
  }

  private static double best(RunResult result) {
    return result.getPrimaryResult().getStatistics().getMin();
  }

  private static String name(RunResult result) {
    String full = result.getParams().getBenchmark();
    String method = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    StringBuilder name = new StringBuilder(method);
    result
        .getParams()
        .getParamsKeys()
        .forEach(key -> name.append(' ').append(result.getParams().getParam(key)));
    return name.toString();
  }
}
