package dev.countersign.filter;

import dev.countersign.filter.body.InputStreamSupplier;
import dev.countersign.signing.Headers;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, and its head as it was before the body. GlassFish makes headers of the
 * fields that come behind a body: unsigned as they are, they would stand among signed and reserved
 * ones, which were looked at before. Read by one thread.
 */
final class RequestBody implements InputStreamSupplier {

  private final HttpServletRequest request;
  private final @Nullable Headers before;

  RequestBody(HttpServletRequest request) {
    this.request = request;
    this.before = mayGoOnBehind(request) ? ServletRequests.headers(request) : null;
  }

  /** With HTTP/1.1 only behind chunks; with HTTP/2 behind any body, and of servers only there. */
  private static boolean mayGoOnBehind(HttpServletRequest request) {
    return DeclaredLength.isCoded(request) || ServerHabits.isGlassFish(request);
  }

  @Override
  public ServletInputStream open() throws IOException {
    return request.getInputStream();
  }

  @Override
  public boolean isHeadUnchanged() {
    return before == null || isSame(before, ServletRequests.headers(request));
  }

  private static boolean isSame(Headers one, Headers other) {
    return one.names().equals(other.names())
        && one.names().stream().allMatch(name -> one.values(name).equals(other.values(name)));
  }
}
