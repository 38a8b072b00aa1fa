package dev.countersign.benchmarks;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Arrival;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole decision on a GET without a body, all stores in memory and warm. */
@State(Scope.Thread)
public class GateBenchmark extends Measured {

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
