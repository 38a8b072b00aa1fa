package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.vectors.Programs.Outcome;
import dev.countersign.testing.Overlapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each signer calls a real server, which verifies what arrived. */
class SignerCallTest {

  private static final Secret SECRET = Secret.ofText(Signer.SECRET);
  private static final String ODD_TARGET =
      "/a!$&'()*+,-.:=@_~/caf%c3%a9/%41%7E?q=a+b%20c&q=%e2%82%ac&x=%2F..%2F&=&?!$'()*,;:@/[]~";

  @TempDir Path folder;

  private final RecordingServer server = new RecordingServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void getWithOddTarget_arrivesAsItWasSigned(Signer signer) throws Exception {
    String answer = signer.required().run("GET", server.url(ODD_TARGET)).outOfSuccess();
    RecordedCall call = server.take();
    PresentedSignature presented = call.verified(SECRET);

    assertEquals(RecordingServer.ANSWER, answer);
    assertEquals(ODD_TARGET, call.head().path() + "?" + call.head().query());
    assertEquals("release", presented.environment());
    assertTrue(age(presented).compareTo(Duration.ofMinutes(2)) < 0, "signed now");
    assertEquals(0, call.body().length);
    assertEquals("", call.header("Content-Digest"));
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void postOfJsonBeyondAscii_arrivesAsItWasSigned(Signer signer) throws Exception {
    String json = "{\"item\":\"Käse & \uD83E\uDDC0\", \"note\":\"100%\\n'$HOME' \\\\ `x`\"}\n";
    Outcome outcome =
        signer
            .required()
            .run("-H", "Content-Type: application/json", "-d", json, "POST", server.url("/orders"));
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals(RecordingServer.ANSWER, outcome.outOfSuccess());
    assertEquals(json, new String(call.body(), StandardCharsets.UTF_8));
    assertEquals("application/json", call.header("Content-Type"));
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void uploadOfAFile_arrivesByteForByte(Signer signer) throws Exception {
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("scan 1.bin"), bytes);
    signer
        .required()
        .run("--data-file", file.toString(), "PUT", server.url("/scans/"))
        .outOfSuccess();
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertArrayEquals(bytes, call.body());
    assertEquals("", call.header("Content-Type"), "no media type is made up");
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void emptyBody_isSentAndSignedAsOne(Signer signer) throws Exception {
    signer.required().run("-d", "", "POST", server.url("/orders/1/close")).outOfSuccess();
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals("0", call.header("Content-Length"));
    assertFalse(call.header("Content-Digest").isEmpty());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void signedHeaders_arriveAsTheyWereSigned(Signer signer) throws Exception {
    signer
        .required()
        .run(
            "-H",
            "X-Tenant: \t blue \t sky ",
            "-H",
            "Accept: text/plain",
            "-H",
            "Content-Encoding: identity",
            "--sign-header",
            "X-Tenant",
            "--sign-header",
            "accept",
            "DELETE",
            server.url("/orders/1"))
        .outOfSuccess();
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals("accept;x-tenant", call.header("X-App-Signed-Headers"));
    assertEquals("text/plain", call.header("Accept"), "once, and not the program's own");
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void headRequestAndUrlWithoutPath_areSignedToo(Signer signer) throws Exception {
    assertEquals(
        "",
        signer
            .required()
            .run("HEAD", server.url("?a=1"))
            .outOfSuccess()
            .replaceAll("(?s)HTTP/1.*", ""));
    RecordedCall call = server.take();
    call.verified(SECRET);

    assertEquals(
        "HEAD / a=1", call.head().method() + " " + call.head().path() + " " + call.head().query());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void secondCall_hasAnotherNonce(Signer signer) throws Exception {
    signer.required().run("GET", server.url("/orders/1")).outOfSuccess();
    signer.run("GET", server.url("/orders/1")).outOfSuccess();
    String first = server.take().verifiedNonce(SECRET);

    assertNotEquals(first, server.take().verifiedNonce(SECRET));
    assertEquals(24, first.length());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource(Signer.class)
  void secretInAFile_isReadWithoutItsLineEnd(Signer signer) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), Signer.SECRET + "\n");
    signer
        .required()
        .run(Map.of(), List.of("--secret-file", file.toString(), "GET", server.url("/orders/1")))
        .outOfSuccess();

    server.take().verified(SECRET);
  }

  /** By the machine's clock, which is the one that a signer's process goes by. */
  private static Duration age(PresentedSignature presented) {
    return Duration.between(presented.signedAt(), Instant.now()).abs();
  }
}
