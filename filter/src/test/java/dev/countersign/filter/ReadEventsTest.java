package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a read listener is told when the server has no thread to tell it on. */
class ReadEventsTest {

  private final List<String> told = new ArrayList<>();
  private final List<Runnable> started = new ArrayList<>();
  private final Stream stream = new Stream();
  private final ReadEvents events = new ReadEvents(answering(ServletRequest.class));
  private Throwable refusal;

  @BeforeEach
  void listenerHasFoundNothing() {
    events.register(new Listener(), stream);
    events.afterChain();
    events.want(true);
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void serverThatHasNoThread_isAskedAgainAtTheNextOccasion(boolean byError) {
    refusal = byError ? new OutOfMemoryError("thread") : new RejectedExecutionException("full");
    stream.hasData = true;
    assertSame(refusal, assertThrows(Throwable.class, events::wake));
    assertEquals(List.of(), told);
    refusal = null;
    events.wake();
    started.forEach(Runnable::run);
    assertEquals(List.of("data"), told);
  }

  @Test
  void containerThatTells_isHeard_afterTheServerHadNoThread() {
    refusal = new IllegalStateException("no thread");
    stream.hasData = true;
    assertThrows(IllegalStateException.class, events::wake);
    events.arrived();
    assertEquals(List.of("data"), told);
  }

  @Test
  void listenerThatIsBeingToldAlready_isGivenNoSecondThread() {
    stream.hasData = true;
    events.wake();
    events.wake();
    assertEquals(1, started.size());
    started.forEach(Runnable::run);
    assertEquals(List.of("data"), told);
  }

  private <T> T answering(Class<T> type) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "isAsyncStarted" -> true;
                  case "getAsyncContext" -> answering(AsyncContext.class);
                  case "start" -> start((Runnable) arguments[0]);
                  default -> throw new AssertionError(method);
                });
    return type.cast(proxy);
  }

  private Object start(Runnable task) throws Throwable {
    if (refusal != null) {
      throw refusal;
    }
    started.add(task);
    return null;
  }

  private static final class Stream implements ListenedStream {

    private boolean hasData;

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean hasData() {
      return hasData;
    }

    @Override
    public Throwable failure() {
      return null;
    }

    @Override
    public void listen() {
      // Nobody drives it.
    }

    @Override
    public boolean isDriven() {
      return false;
    }
  }

  private final class Listener implements ReadListener {

    @Override
    public void onDataAvailable() {
      told.add("data");
    }

    @Override
    public void onAllDataRead() {
      told.add("end");
    }

    @Override
    public void onError(Throwable thrown) {
      told.add(String.valueOf(thrown));
    }
  }
}
