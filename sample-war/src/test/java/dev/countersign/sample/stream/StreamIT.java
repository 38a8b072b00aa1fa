package dev.countersign.sample.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bodyMode=stream} over a socket: no file, and no end of a body that is not proved. */
@ExtendWith(Sites.Extension.class)
class StreamIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=cut";
  private static final String PART =
      "--cut\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n1\r\n--cut--\r\n";

  private final Site site;
  private final SpoolFiles files;

  StreamIT(Sites sites) {
    site = sites.of(SiteKind.STREAMING);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
  }

  @ParameterizedTest(name = "{0} of {1} bytes, in chunks: {2}")
  @CsvSource({
    "stream, 104857600, false",
    "stream, 104857600, true",
    "listener, 104857600, true",
    "bytes, 1000000, false",
    "async, 1000000, true",
    "async-dispatch, 1000000, false",
    "forward, 1000000, true",
    "include, 8192, false",
    "stream, 8193, true",
    "listener, 1, false",
  })
  void signedBody_isReadWhole(String way, long length, boolean chunked) throws IOException {
    LargeUpload upload = upload(length, chunked);
    RawResponse answer = send(way, upload);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(upload.sha256(), answer.json().path("body").path("sha256").asText());
  }

  @ParameterizedTest(name = "{0}, byte {1} of 1000000, in chunks: {2}")
  @CsvSource({
    "stream, 0, false, 401 body-mismatch",
    "stream, 999999, false, 401 body-mismatch",
    "stream, 0, true, 401 body-mismatch",
    "stream, 999999, true, 401 body-mismatch",
    "bytes, 500000, true, 401 body-mismatch",
    "reader, 999999, true, 401 body-mismatch",
    "forward, 999999, false, 401 body-mismatch",
    "include, 0, true, 401 body-mismatch",
    "listener, 0, false, 500 -",
    "listener, 999999, true, 500 -",
    "unread, 999999, false, 200 -",
    "unread, 0, true, 200 -"
  })
  void changedByte_isNoticedBeforeTheEnd(String way, long position, boolean chunked, String result)
      throws IOException {
    RawResponse answer = send(way, upload(1_000_000, chunked).changedAt(position));
    assertEquals(result, answer.status() + " " + answer.code(), answer::toString);
  }

  @ParameterizedTest(name = "{0}, in chunks: {1}")
  @CsvSource({"stream, false", "stream, true", "listener, false", "listener, true"})
  void bodyThatEndsEarly_isNeverTakenForWhole(String way, boolean chunked) throws IOException {
    int status;
    try {
      status = send(way, upload(1_000_000, chunked).endingAfter(999_990)).status();
    } catch (EOFException closedWithoutAnAnswer) {
      status = 400;
    }
    assertTrue(status == 400 || status == 500, "answered " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters", "parts"})
  void parametersOfAnotherBody_areNotSeen(String way) {
    boolean form = way.equals("parameters");
    RawRequest call =
        site.request("POST", "/echo/via/" + way).body(form ? FORM : MULTIPART, form ? "a=1" : PART);
    RawRequest signed = site.signed(call);
    RawResponse good = site.send(signed);
    assertEquals(200, good.status(), good::toString);
    assertEquals(form ? "parameters" : "parts", good.json().has(way) ? way : "none");
    byte[] other = site.signed(call).body();
    other[other.length - 1]++;
    RawResponse answer = site.send(site.signed(call).body(other));
    assertEquals("401 body-mismatch", answer.status() + " " + answer.code(), answer::toString);
  }

  private RawResponse send(String way, LargeUpload upload) throws IOException {
    RawRequest head = upload.head(site.request("POST", "/echo/via/" + way));
    return upload.send(site.client(), site.signed(head));
  }

  private static LargeUpload upload(long length, boolean chunked) {
    LargeUpload upload = LargeUpload.of(length);
    return chunked ? upload.inChunks() : upload;
  }
}
