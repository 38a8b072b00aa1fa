package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The requests for which both twins have to answer the same. */
final class TransparencyCalls {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final int MEMORY = 64 << 10;
  private static final List<String> LATE_LISTENERS =
      List.of("listenLater", "dispatch=/echo/y listen=100");

  private TransparencyCalls() {}

  static Stream<RawCall> bodies() {
    byte[] text = "first line\r\nsecond, longer line\n\nlast \u00e4\u00f6\u00fc".getBytes(UTF_8);
    Stream<RawCall> small =
        Stream.of(
                "stream",
                "bytes",
                "lines",
                "reader",
                "readerLines",
                "state stream",
                "head stream head",
                "params")
            .flatMap(
                steps ->
                    Stream.of(
                        RawCall.post("/echo/x?a=1", steps).method("GET"),
                        RawCall.post("/echo/x", steps),
                        RawCall.post("/echo/x", steps).header("Content-Length: 0"),
                        RawCall.post("/echo/x", steps).chunked(1),
                        RawCall.post("/echo/x", steps).body(text),
                        RawCall.post("/echo/x", steps).body(text).chunked(5),
                        RawCall.post("/echo/x", steps)
                            .body(text)
                            .header("Content-Type: text/plain;charset=utf-8"),
                        RawCall.post("/echo/x", steps)
                            .body(text)
                            .method("PUT")
                            .header("Content-Type: text/plain"),
                        RawCall.post("/echo/x", steps).body(text).header("Expect: 100-continue"),
                        RawCall.post("/echo/x", steps)
                            .body(gzip(text))
                            .header("Content-Encoding: gzip")));
    Stream<RawCall> sizes =
        IntStream.of(8191, 8192, 8193, MEMORY - 1, MEMORY, MEMORY + 1, 700_000)
            .boxed()
            .flatMap(
                size ->
                    Stream.of(
                        RawCall.post("/echo/x", "stream").body(random(size)),
                        RawCall.post("/echo/x", "bytes").body(random(size)),
                        RawCall.post("/echo/x", "stream").body(random(size)).chunked(3000)));
    return Stream.concat(small, sizes);
  }

  static Stream<RawCall> forms() {
    return Stream.of(
            "a=1",
            "a=1&b=2&a=3",
            "b=&c&&a=x+y%20z",
            "",
            "&",
            "a=%41%2B%26%3D",
            "%61=1&%62=a=b",
            "a=%C3%A4",
            "a=%E4",
            "a=\u00c3\u00a4",
            "a=%",
            "a=%4",
            "a=%zz",
            "=x",
            "a=1&=&b=2",
            "a=" + "x".repeat(100_000),
            "a=" + "x".repeat(2 << 20))
        .flatMap(
            form ->
                Stream.of(
                        "",
                        ";charset=UTF-8",
                        "; charset=\"iso-8859-1\"",
                        ";charset=unknown",
                        ";foo=bar;charset=utf-8")
                    .map(
                        charset ->
                            RawCall.post("/echo/x?a=0&q=%C3%A4&a=00", "params")
                                .header(FORM + charset)
                                .text(form)))
        .flatMap(
            call -> Stream.of(call, call.chunked(7)).limit(call.body().length() > 1000 ? 1 : 2));
  }

  static Stream<RawCall> order() {
    RawCall form = RawCall.post("/echo/x?a=0&z=9", "").header(FORM).text("b=2&a=%C3%A4&a=3");
    return Stream.of(
            "param=a stream",
            "param=a reader",
            "stream params",
            "reader params",
            "open params stream",
            "openReader params reader",
            "stream reader",
            "reader stream",
            "openReader open",
            "open openReader",
            "encoding=UTF-8 params",
            "params encoding=UTF-8 params charset",
            "encoding=UTF-8 reader encoding=ISO-8859-1 charset",
            "encoding=no-such-thing charset params",
            "encoding=utf-8 charset open encoding=US-ASCII charset",
            "charset params charset reader",
            "values=a values=b values=z values=none param=b",
            "parts",
            "trailers",
            "params params head")
        .flatMap(
            steps ->
                Stream.of("POST", "PUT", "GET", "PATCH")
                    .map(
                        method ->
                            new RawCall(
                                method, form.target(), steps, form.headers(), form.body(), 0)));
  }

  static Stream<RawCall> multipart() {
    return Stream.of("/annotated/x?a=0", "/written/x?a=0", "/echo/x?a=0", "/code/x?a=0")
        .flatMap(
            target ->
                Stream.of(
                        "params parts",
                        "parts",
                        "part=file part=none write=file",
                        "stream",
                        "reader",
                        "params stream",
                        "stream parts",
                        "open parts stream",
                        "reader parts params",
                        "encoding=UTF-8 params parts")
                    .map(steps -> RawCall.post(target, steps)))
        // Without a configuration Tomcat refuses parts, unless parameters were asked for before:
        // then there are none.
        .filter(
            call -> !call.target().startsWith("/echo") || !call.steps().contains("params parts"))
        .flatMap(
            call ->
                Stream.of(
                    MultipartText.of(call, MultipartText.FIELDS),
                    MultipartText.of(call, MultipartText.file(900)),
                    MultipartText.of(call, MultipartText.file(2000)).chunked(100),
                    MultipartText.of(call, MultipartText.file(100_000)),
                    MultipartText.of(call, MultipartText.NAMES),
                    MultipartText.of(
                        call, MultipartText.FIELDS.substring(0, MultipartText.FIELDS.length() / 2)),
                    MultipartText.of(call, MultipartText.FIELDS).method("PUT"),
                    call.header("Content-Type: multipart/form-data").text("no boundary"),
                    call.header("Content-Type: text/plain").text("no multipart")));
  }

  static Stream<RawCall> dispatches() {
    byte[] large = random(200_000);
    return Stream.of(
            "forward=/annotated/y?a=2&f=1 params head",
            "param=a forward=/echo/y?a=2 params stream",
            "stream forward=/echo/y params",
            "include=/echo/y?i=1 params",
            "dispatch=/echo/y?a=2 head params",
            "dispatch=/echo/y stream dispatch=/echo/z params",
            "worker params stream",
            "worker stream params",
            "listen=1",
            "listen=1000",
            "listenDispatch=/echo/y params stream head",
            "listenLater",
            "listenWithoutAsync stream",
            "dispatch=/echo/y listen=100",
            "params listen=100")
        .flatMap(
            steps ->
                Stream.of(
                    RawCall.post("/echo/x?a=0", steps).header(FORM).text("b=2&a=1"),
                    RawCall.post("/echo/x?a=0", steps).method("GET"),
                    RawCall.post("/echo/x?a=0", steps)
                        .header("Content-Type: application/octet-stream")
                        .body(large),
                    RawCall.post("/echo/x?a=0", steps).body(large).chunked(8000)))
        // Without a body, Tomcat never calls a listener that comes later than the first dispatch.
        .filter(call -> !call.body().isEmpty() || !LATE_LISTENERS.contains(call.steps()));
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Multipart bodies, one character a byte. */
  private static final class MultipartText {

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
            + part(
                "Content-Disposition: form-data; name=\"n\"; filename*=UTF-8''%e2%82%ac.txt", "z")
            + part("Content-Disposition: attachment; name=\"other\"", "skipped")
            + part("X-No: disposition", "skipped")
            + end()
            + "epilogue";

    static String file(int size) {
      String content = new String(random(size), ISO_8859_1).replace('-', '_');
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
}
