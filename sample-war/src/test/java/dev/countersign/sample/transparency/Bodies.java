package dev.countersign.sample.transparency;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Requests whose bodies differ in kind, each by a sentence. */
final class Bodies {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data; boundary=cut-here";

  private static final byte[] BINARY = new byte[150_000];

  static {
    new Random(17).nextBytes(BINARY);
  }

  private Bodies() {}

  static Map<String, RawRequest> of(Site site) {
    Map<String, RawRequest> all = new LinkedHashMap<>();
    RawRequest post = site.request("POST", "/echo/a%20b/c?x=1&y=%C3%BC&x=2&empty=&bare");
    all.put("a GET without a body", site.get("/echo/a?x=1&x=%41"));
    all.put("an empty POST", post);
    all.put("an empty form", post.set("Content-Type", FORM));
    all.put("a form", post.body(FORM, "b=2&a=1&x=3&u=%C3%BC+%26&novalue&b=4"));
    all.put("a form in Latin-1", post.body(FORM + ";charset=ISO-8859-1", "u=%FC&x=9"));
    all.put("a form sent with PUT", post.method("PUT").body(FORM, "b=2&x=3"));
    all.put("a form in chunks", post.body(FORM, "b=2&x=3").inChunks());
    all.put("JSON", post.body("application/json", "{\"item\":\"pen\",\"n\":[1,2,\"\u00fc\"]}"));
    all.put(
        "text in Latin-1",
        post.set("Content-Type", "text/plain;charset=ISO-8859-1")
            .body(new byte[] {'g', 'r', (byte) 0xfc, 'n'}));
    all.put("binary", post.set("Content-Type", "application/octet-stream").body(BINARY));
    all.put(
        "binary in chunks",
        post.set("Content-Type", "application/octet-stream").body(BINARY).inChunks());
    all.put("an empty body in chunks", post.inChunks());
    all.put("a body without a type", post.body("?".getBytes(StandardCharsets.US_ASCII)));
    all.put("a body with a GET", site.get("/echo/a").body("text/plain", "odd but allowed"));
    all.put("a DELETE with a method of its own", site.request("PURGE", "/echo/cache"));
    all.put("multipart", post.set("Content-Type", MULTIPART).body(multipart()));
    all.put(
        "multipart in chunks", post.set("Content-Type", MULTIPART).body(multipart()).inChunks());
    all.put("multipart without parts", post.body(MULTIPART, "--cut-here--\r\n"));
    return all;
  }

  /** The kinds of bodies of the matrix: each request goes to the path that the cell asks for. */
  static Map<String, RawRequest> ofMatrix(Site site) {
    Map<String, RawRequest> all = new LinkedHashMap<>();
    RawRequest post = site.request("POST", "/echo/a?x=1&y=%C3%BC&x=2&empty=&bare");
    all.put("no body", site.get("/echo/a?x=1&x=%41"));
    all.put("JSON", post.body("application/json", "{\"item\":\"pen\",\"n\":[1,2,\"\u00fc\"]}"));
    all.put("form", site.request("POST", "/echo/a").body(FORM, "b=2&a=1&u=%C3%BC+%26&novalue&b=4"));
    all.put("form overlapping the query", post.body(FORM, "b=2&x=3&y=&x=%26"));
    all.put("multipart with files", post.set("Content-Type", MULTIPART).body(multipart()));
    RawRequest binary = post.set("Content-Type", "application/octet-stream");
    all.put("binary", binary.body(random(3000)));
    all.put("chunked", binary.body(random(20_000)).inChunks());
    all.put(
        "gzip-encoded",
        post.set("Content-Type", "text/plain").set("Content-Encoding", "gzip").body(gzip()));
    for (int size : new int[] {(64 << 10) - 1, 64 << 10, (64 << 10) + 1}) {
      all.put(size + " bytes", binary.body(random(size)));
    }
    all.put("larger than memory", binary.body(BINARY));
    all.put(
        "text with charset",
        post.set("Content-Type", "text/plain;charset=ISO-8859-1")
            .body("gr\u00fcn\r\nund blau\n".repeat(40).getBytes(StandardCharsets.ISO_8859_1)));
    return all;
  }

  private static byte[] random(int size) {
    return Arrays.copyOf(BINARY, size);
  }

  private static byte[] gzip() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(BINARY, 0, 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] multipart() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, "--cut-here\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nfrom a part\r\n");
    text(out, "--cut-here\r\nContent-Disposition: form-data; name=\"u\"\r\n");
    text(
        out,
        "Content-Type: text/plain; charset=UTF-8\r\nX-Extra: 1\r\nX-Extra: 2\r\n\r\n\u00fc\r\n");
    text(out, "--cut-here\r\nContent-Disposition: form-data; name=\"file\";");
    text(out, " filename=\"a b \u00fc.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    out.writeBytes(BINARY);
    text(out, "\r\n--cut-here\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n");
    text(out, "\r\n\r\n--cut-here--\r\n");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
