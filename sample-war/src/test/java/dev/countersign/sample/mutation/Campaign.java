package dev.countersign.sample.mutation;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sends changed requests in rounds, and after each round asks the servlets how often they ran; then
 * the good requests themselves, and the changed ones signed again, so that every refusal is known
 * to be the change's.
 */
final class Campaign implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int ROUND = 1000;
  private static final int MOST_AGAIN = 5;

  private final Site site;
  private final Site plain;
  private final Application application;
  private final long seed;
  private final Equivalences equivalences = Equivalences.read();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Wire> opened = new ArrayList<>();
  private final ThreadLocal<Wire> wires = ThreadLocal.withInitial(this::open);
  final Tally byClass = new Tally("mutations by class and status");
  final Tally byScheme = new Tally("mutations by scheme and status");
  final Tally bySteps = new Tally("mutations by the step that refused, and scheme");
  final Tally again = new Tally("signed again, by scheme and step");
  final Tally accepted = new Tally("accepted, by equivalence and scheme");
  final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  /** Against a WAR, beside which stands the same without the filter. */
  Campaign(Site site, Site plain, long seed) {
    this.site = site;
    this.plain = plain;
    this.seed = seed;
    application = site.application("every-scheme");
  }

  void run(int count) throws Exception {
    for (int from = 0; from < count; from += ROUND) {
      round(IntStream.range(from, Math.min(from + ROUND, count)).boxed().toList());
    }
  }

  private void round(List<Integer> numbers) throws Exception {
    long before = site.invocations();
    List<Tried> tried = inParallel(numbers, this::attempt);
    long admitted = tried.stream().filter(one -> one.answer().isAdmission()).count();
    long ran = site.invocations() - before - 1;
    if (ran != admitted) {
      faults.add("servlets ran " + ran + " times for " + admitted + " admissions");
    }
    inParallel(tried, this::goodItself);
    inParallel(tried, this::signedAgain);
  }

  private Tried attempt(int number) {
    Mutation mutation = Mutation.of(site, application, seed, number);
    Answer answer = send(mutation.changed());
    byClass.count(mutation.kind(), answer.status());
    byScheme.count(mutation.client(), answer.status());
    bySteps.count(answer.step(), mutation.client());
    if (answer.isAdmission()) {
      List<Equivalence> why =
          equivalences.between(mutation.client(), mutation.base(), mutation.changed());
      why.forEach(one -> accepted.count(one, mutation.client()));
      if (why.isEmpty()) {
        faults.add("accepted without a reason: " + mutation);
      }
    } else if (!isRefusal(answer, mutation.changed())) {
      faults.add(answer + " to " + mutation);
    }
    return new Tried(mutation, answer);
  }

  /** Admitted, unless the changed one used up the nonce, also by a body that cannot be read. */
  private Answer goodItself(Tried tried) {
    Answer answer = send(tried.mutation().base());
    boolean used =
        tried.answer().isAdmission()
            || tried.answer().step().startsWith("body-")
            || !tried.mutation().changed().isOneForSure();
    boolean replayed = used && answer.step().equals("replayed");
    if (!answer.isAdmission() && !replayed) {
      faults.add("the good request itself: " + answer + " after " + tried);
    }
    return answer;
  }

  private Answer signedAgain(Tried tried) {
    Mutation mutation = tried.mutation();
    Answer answer = send(mutation.signedAgain(application));
    again.count(mutation.client(), answer.step());
    if (!answer.isAdmission() && !isRefusal(answer, mutation.changed())) {
      faults.add("signed again: " + answer + " to " + mutation);
    }
    return answer;
  }

  /** GlassFish fails at some requests now and then, long before any WAR sees them. */
  private Answer send(Message message) {
    Answer answer = wires.get().send(message);
    for (int again = 0; again < MOST_AGAIN && answer.isServersFailure(); again++) {
      answer = wires.get().send(message);
    }
    return answer;
  }

  /** GlassFish answers 500 to bytes that it cannot read, to every WAR and where none is. */
  private boolean isRefusal(Answer answer, Message message) {
    if (answer.isRefusalByName() || !answer.isServersFailure()) {
      return answer.isRefusalByName();
    }
    boolean elsewhere = !message.target().startsWith(site.path() + "/");
    Message toPlain =
        message.target(message.target().replace(site.path() + "/", plain.path() + "/"));
    return elsewhere || wires.get().send(toPlain).status() == answer.status();
  }

  private <T, R> List<R> inParallel(List<T> all, Function<T, R> work) throws Exception {
    List<Future<R>> running = new ArrayList<>();
    all.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
    List<R> done = new ArrayList<>();
    for (Future<R> one : running) {
      done.add(one.get());
    }
    return done;
  }

  private Wire open() {
    Wire wire = new Wire(site.port());
    synchronized (opened) {
      opened.add(wire);
    }
    return wire;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    opened.forEach(Wire::close);
  }

  private record Tried(Mutation mutation, Answer answer) {}
}
