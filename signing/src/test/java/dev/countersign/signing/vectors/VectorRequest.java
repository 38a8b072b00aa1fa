package dev.countersign.signing.vectors;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A request as it stands in a vector file.
 *
 * @param headers each as {@code Name: value}
 * @param body empty when the request has none, which differs from one of zero bytes
 */
public record VectorRequest(
    String method, String target, List<String> headers, Optional<byte[]> body) {

  /** The head as a server would hand it to a scheme. */
  public SignableRequest signable() {
    int mark = target.indexOf('?');
    return new SignableRequest(
        method,
        SignableRequest.canonicalAuthority(header("host").orElse("")),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        parsedHeaders());
  }

  /** The one value of a header. */
  public Optional<String> header(String name) {
    return parsedHeaders().values(name).stream().findFirst();
  }

  /** The bytes that arrive: none when there is no body. */
  public byte[] bodyBytes() {
    return body.orElse(new byte[0]);
  }

  /** The headers without those whose names begin so. */
  public List<Map.Entry<String, String>> headersExcept(List<String> lowerCasePrefixes) {
    return headers.stream()
        .map(line -> Map.entry(name(line), value(line)))
        .filter(header -> lowerCasePrefixes.stream().noneMatch(isPrefixOf(header.getKey())))
        .toList();
  }

  private static Predicate<String> isPrefixOf(String name) {
    return prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private Headers parsedHeaders() {
    Headers.Builder parsed = Headers.builder();
    headers.forEach(line -> parsed.add(name(line), value(line)));
    return parsed.build();
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(": "));
  }

  private static String value(String line) {
    return line.substring(line.indexOf(": ") + 2);
  }
}
