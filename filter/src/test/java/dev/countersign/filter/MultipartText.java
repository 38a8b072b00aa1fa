package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Multipart bodies, one character a byte. */
final class MultipartText {

  private static final String BOUNDARY = "----b0unda-ry";

  static final String FIELDS =
      field("a", "1")
          + field("b", "\u00c3\u00a4 \r\n two lines")
          + field("a", "2")
          + field("empty", "")
          + end();

  static final String NAMES =
      part(
              "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\dir\\\\a \\\"b\\\".txt\"\r\n"
                  + "Content-Type: text/plain; charset=utf-8\r\nX: 1\r\nx: 2\r\nX: 1",
              "x")
          + part("content-disposition: form-data; filename=plain.bin; name=file2", "y")
          + part("Content-Disposition: form-data; name=\"file\"; filename=\"\"", "")
          + part("Content-Disposition: form-data; name=\"n\"; filename*=UTF-8''%e2%82%ac.txt", "z")
          + part("Content-Disposition: attachment; name=\"other\"", "skipped")
          + part("X-No: disposition", "skipped")
          + end()
          + "epilogue";

  static String file(int size) {
    String content = new String(TransparencyCalls.random(size), ISO_8859_1).replace('-', '_');
    String head =
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: image/png";
    return "preamble\r\n" + field("a", "1") + part(head, content) + field("b", "2") + end();
  }

  static RawCall of(RawCall call, String body) {
    return call.header("Content-Type: multipart/form-data; boundary=" + BOUNDARY).text(body);
  }

  private static String field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", value);
  }

  private static String part(String head, String content) {
    return "--" + BOUNDARY + "\r\n" + head + "\r\n\r\n" + content + "\r\n";
  }

  private static String end() {
    return "--" + BOUNDARY + "--\r\n";
  }
}
