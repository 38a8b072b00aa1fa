package dev.countersign.benchmarks;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.Arrival;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The native decision with and without the listener of the database's stores, which notes when each
 * secret was last used. The stores are open in both, so that only the listener differs.
 */
@State(Scope.Thread)
public class NotedUseBenchmark extends Measured {

  /** Whether uses are noted. */
  @Param({"false", "true"})
  public boolean noted;

  private final NewNonces nonces = new NewNonces();
  private final Arrival arrival = SignedCall.of("countersign-1").arrival();
  private Path directory;
  private PersistentStores stores;
  private AccessGate gate;

  /** Made by JMH. */
  public NotedUseBenchmark() {}

  /** Opens stores and gate. */
  @Setup
  public void open() throws IOException {
    directory = Files.createTempDirectory("countersign-bench");
    Map<String, String> settings =
        Map.of(
            "jdbcUrl", "jdbc:h2:mem:bench",
            "schema", "migrate",
            "masterKey", "file:" + directory.resolve("master.key") + "?create");
    stores = PersistentStores.open(StoreSettings.read(settings), InstantSource.system());
    DecisionListener listener = noted ? stores.decisions() : DecisionListener.NONE;
    gate = Gates.gate("countersign-1", nonces, listener);
  }

  /** Leaves nothing. */
  @TearDown
  public void close() throws IOException {
    stores.close();
    Files.deleteIfExists(directory.resolve("master.key"));
    Files.delete(directory);
  }

  /** The decision. */
  @Benchmark
  public Verdict decide() {
    return GateBenchmark.admitted(gate.decide(arrival, NoBody.INSTANCE));
  }
}
