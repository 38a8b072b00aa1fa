package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest.Field;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Bytes of bodies. */
final class Bodies {

  private Bodies() {}

  static byte[] append(byte[] body, String more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(body);
    out.writeBytes(more.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  static byte[] form(List<Field> pairs) {
    return pairs.stream()
        .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
