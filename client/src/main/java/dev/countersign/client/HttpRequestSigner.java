package dev.countersign.client;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;

/**
 * Adds the signature's headers to a request, over the head as {@code java.net.http} will send it.
 * Immutable and thread-safe.
 */
final class HttpRequestSigner {

  private final RequestSigner signer;
  private final Set<String> signedHeaders;

  HttpRequestSigner(RequestSigner signer, Set<String> signedHeaders) {
    this.signer = signer;
    this.signedHeaders = signedHeaders;
  }

  /** A copy of the request with the headers added. */
  HttpRequest sign(HttpRequest request, ContentDigest body) {
    checkAuthority(request);
    URI uri = withPath(request.uri());
    HttpRequest.Builder signed = HttpRequest.newBuilder(request, (name, value) -> true).uri(uri);
    signer.sign(head(request, uri), body, present(request.headers())).forEach(signed::header);
    return signed.build();
  }

  private static SignableRequest head(HttpRequest request, URI uri) {
    String query = uri.getRawQuery();
    return new SignableRequest(
        request.method(),
        SignableRequest.canonicalAuthority(authority(uri)),
        uri.getRawPath(),
        query == null ? "" : query,
        headers(request.headers()));
  }

  private static String authority(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /**
   * What is sent for an empty path differs between methods and versions of HTTP; a slash is the
   * same everywhere.
   */
  private static URI withPath(URI uri) {
    if (!uri.getRawPath().isEmpty()) {
      return uri;
    }
    String query = uri.getRawQuery();
    return URI.create(
        uri.getScheme() + "://" + uri.getRawAuthority() + "/" + (query == null ? "" : "?" + query));
  }

  /**
   * Versions of HTTP disagree about which of two authorities is sent, so there must be only one.
   */
  private static void checkAuthority(HttpRequest request) {
    if (request.headers().firstValue("Host").isPresent()) {
      throw new IllegalArgumentException(
          "the host that is signed is that of the URI; leave the header Host out");
    }
    if (request.uri().getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the URI holds user information, which HTTP/1.1 and HTTP/2 send differently");
    }
  }

  private static Headers headers(HttpHeaders sent) {
    Headers.Builder headers = Headers.builder();
    sent.map()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, trimmed(value))));
    return headers.build();
  }

  /** The field value of RFC 9110 section 5.5, which is all that a server sees. */
  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isGap(value.charAt(start))) {
      start++;
    }
    while (end > start && isGap(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\t';
  }

  private List<String> present(HttpHeaders headers) {
    return signedHeaders.stream().filter(name -> headers.firstValue(name).isPresent()).toList();
  }
}
