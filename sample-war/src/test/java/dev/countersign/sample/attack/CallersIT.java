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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many callers at once in two WARs: each is taken for himself. 2,000 calls from 16 threads. */
@ExtendWith(Sites.Extension.class)
class CallersIT {
  private static final int THREADS = 16;
  private static final int CALLS = 2000;

  private final List<Site> both;

  CallersIT(Sites sites) {
    both = List.of(sites.of(SiteKind.SAMPLE), sites.of(SiteKind.MEMORY));
  }

  private record Call(String application, String environment, String path) {}

  private static final List<Call> KINDS =
      List.of(
          new Call("echo", "release", "/echo/a"),
          new Call("echo", "test", "/echo/via/forward"),
          new Call("echo", "release", "/echo/via/async"),
          new Call("test-only", "test", "/echo/via/async-dispatch"),
          new Call("shop-front", "release", "/orders/17"),
          new Call("partner-feed", "release", "/orders/17"),
          new Call("shop-front", "test", "/orders/17"));

  @Test
  void callsOfManyApplicationsAtOnce_seeTheirOwnCaller() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        Site site = both.get(i % both.size());
        Call call = KINDS.get(i % KINDS.size());
        calls.add(threads.submit(() -> assertOwnCaller(site, call)));
      }
      for (Future<?> call : calls) {
        call.get(300, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertOwnCaller(Site site, Call call) {
    Application application = site.application(call.application()).in(call.environment());
    RawRequest signed = WireSigner.sign(site.get(call.path()), application);
    RawResponse answer = site.assertAdmitted(signed);
    assertEquals(
        application.applicationId() + " " + application.appKey() + " " + call.environment(),
        answer.json().path("caller").path("application").asText()
            + " "
            + answer.json().path("caller").path("appKey").asText()
            + " "
            + answer.json().path("caller").path("environment").asText());
  }
}
