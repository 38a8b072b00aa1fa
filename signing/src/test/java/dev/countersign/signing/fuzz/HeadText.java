package dev.countersign.signing.fuzz;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.nio.charset.StandardCharsets;

/**
 * A request as text that no input can break: method and target in the first line, a header in each
 * further one, the body behind an empty one. One character is one byte.
 */
public record HeadText(SignableRequest request, String bodyText) {

  /** Reads any bytes. */
  public static HeadText of(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
    Headers.Builder headers = Headers.builder();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String value = colon < 0 ? "" : lines[i].substring(colon + 1);
      headers.add(colon < 0 ? lines[i] : lines[i].substring(0, colon), value.strip());
    }
    return new HeadText(head(lines[0], headers.build()), end < 0 ? "" : text.substring(end + 2));
  }

  /** The bytes behind the empty line. */
  public byte[] body() {
    return bodyText.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SignableRequest head(String line, Headers headers) {
    int space = line.indexOf(' ');
    String method = space < 0 ? line : line.substring(0, space);
    String target = space < 0 ? "" : line.substring(space + 1);
    int mark = target.indexOf('?');
    String host = headers.values("host").size() == 1 ? headers.values("host").get(0) : "";
    return new SignableRequest(
        method,
        SignableRequest.canonicalAuthority(host),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        headers);
  }
}
