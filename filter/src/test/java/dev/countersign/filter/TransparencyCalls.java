package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Requests, with each kind of body and form, for which both twins have to answer the same. */
final class TransparencyCalls {

  static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final int MEMORY = 64 << 10;

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

  static byte[] random(int size) {
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
}
