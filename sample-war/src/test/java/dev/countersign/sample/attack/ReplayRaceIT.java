package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One application on many connections at once: the same request, and many different ones. */
@ExtendWith(Sites.Extension.class)
class ReplayRaceIT {

  private static final int THREADS = 32;
  private static final int ROUNDS = 100;

  private final Sites sites;

  ReplayRaceIT(Sites sites) {
    this.sites = sites;
  }

  @ParameterizedTest(name = "with the nonces of {0}")
  @EnumSource(
      value = SiteKind.class,
      names = {"SAMPLE", "MEMORY"})
  void sameRequestFromManyThreads_isAdmittedOnce(SiteKind kind) throws Exception {
    Site site = sites.of(kind);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        long before = site.invocations();
        RawRequest request = site.signed(site.get("/echo/race"));
        List<RawRequest> same = Collections.nCopies(THREADS, request);
        assertEquals(Map.of("200 -", 1, "401 replayed", THREADS - 1), answers(site, threads, same));
        assertEquals(before + 2, site.invocations(), "the servlet ran once in round " + round);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** A key that its first use spoils would refuse the next, or take zeros for the secret. */
  @Test
  void differentRequestsWithOneKey_areAllAdmitted_andSignedWithZerosNone() throws Exception {
    Site site = sites.of(SiteKind.SAMPLE);
    Application zeros = site.application("echo").withSecret("\0");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 10; round++) {
        List<RawRequest> different =
            Stream.generate(() -> site.signed(site.get("/echo/race"))).limit(THREADS).toList();
        assertEquals(Map.of("200 -", THREADS), answers(site, threads, different));
        site.assertRefused(
            401, "signature-invalid", WireSigner.sign(site.get("/echo/race"), zeros));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, Integer> answers(
      Site site, ExecutorService threads, List<RawRequest> requests) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(requests.size());
    List<Future<RawResponse>> calls = new ArrayList<>();
    for (RawRequest request : requests) {
      calls.add(
          threads.submit(
              () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return site.send(request);
              }));
    }
    Map<String, Integer> answers = new TreeMap<>();
    for (Future<RawResponse> call : calls) {
      RawResponse answer = call.get(60, TimeUnit.SECONDS);
      answers.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
    }
    return answers;
  }
}
