package dev.countersign.filter;

import java.util.List;
import java.util.stream.Stream;

/**
 * Requests whose parts are looked at, or that are handed on, for which both twins have to answer
 * the same.
 */
final class TransparencyUses {

  private static final List<String> LATE_LISTENERS =
      List.of("listenLater", "dispatch=/echo/y listen=100");

  private TransparencyUses() {}

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
    byte[] large = TransparencyCalls.random(200_000);
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
                    RawCall.post("/echo/x?a=0", steps)
                        .header(TransparencyCalls.FORM)
                        .text("b=2&a=1"),
                    RawCall.post("/echo/x?a=0", steps).method("GET"),
                    RawCall.post("/echo/x?a=0", steps)
                        .header("Content-Type: application/octet-stream")
                        .body(large),
                    RawCall.post("/echo/x?a=0", steps).body(large).chunked(8000)))
        // Without a body, Tomcat never calls a listener that comes later than the first dispatch.
        .filter(call -> !call.body().isEmpty() || !LATE_LISTENERS.contains(call.steps()));
  }
}
