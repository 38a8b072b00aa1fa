package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code curl --aws-sigv4}, a process per request; it sends what it signed. */
final class CurlClient implements VendorClient {

  private static final int PATIENCE_SECONDS = 60;

  @Override
  public Optional<RawRequest> sign(Errand errand) throws Exception {
    Process process =
        new ProcessBuilder(command(errand))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().write(errand.request().raw().body());
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("curl does not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException("curl ends with " + process.exitValue());
    }
    return Optional.empty();
  }

  private static List<String> command(Errand errand) {
    RawRequest raw = errand.request().raw();
    String scope = errand.option("region", "us-east-1") + ":" + errand.option("service", "orders");
    List<String> words =
        new ArrayList<>(List.of("curl", "--silent", "--globoff", "--noproxy", "*"));
    words.addAll(List.of("--aws-sigv4", "aws:amz:" + scope, "--user", credentials(errand)));
    words.addAll(List.of("--request", raw.method()));
    for (Field header : raw.headers()) {
      words.addAll(List.of("--header", header.name() + ": " + header.value()));
    }
    if (raw.body().length > 0) {
      words.addAll(List.of("--data-binary", "@-"));
    }
    words.add(errand.url());
    return words;
  }

  private static String credentials(Errand errand) {
    return errand.application().appKey() + ":" + errand.application().secret();
  }
}
