package dev.countersign.console;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** A file of the page, in memory. Immutable. */
final class StaticFile {

  private final String type;
  private final byte[] bytes;
  private final String etag;

  StaticFile(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
    this.etag = "\"" + DigestUtils.sha256Hex(bytes) + "\"";
  }

  String type() {
    return type;
  }

  /** Another one for other bytes. */
  String etag() {
    return etag;
  }

  int length() {
    return bytes.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
