package dev.countersign.benchmarks;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Arrival;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole decision on a GET without a body, all stores in memory and warm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class GateBenchmark {

  /** The scheme that signed the request. */
  @Param({"countersign-1", "tencent", "jdcloud", "aliyun", "aws4", "rfc9421"})
  public String scheme = "";

  private final NewNonces nonces = new NewNonces();
  private Arrival arrival;
  private AccessGate gate;

  /** Made by JMH. */
  public GateBenchmark() {}

  /** Opens the gate. */
  @Setup
  public void open() {
    arrival = SignedCall.of(scheme).arrival();
    gate = Gates.gate(scheme, nonces, DecisionListener.NONE);
    admitted(decide());
  }

  /** The decision. */
  @Benchmark
  public Verdict decide() {
    return admitted(gate.decide(arrival, NoBody.INSTANCE));
  }

  static Verdict admitted(Verdict verdict) {
    if (verdict instanceof Admitted) {
      return verdict;
    }
    throw new IllegalStateException("not admitted: " + verdict);
  }
}
