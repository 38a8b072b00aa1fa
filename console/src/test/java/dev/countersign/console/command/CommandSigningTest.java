package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSigningTest {

  private static final String SECRET = "0123456789-a-secret-of-tests";
  private static final String BODY = "{\"item\":\"it's\"}";

  @TempDir private Path folder;
  private CommandScene scene;

  @BeforeEach
  void open() {
    scene = new CommandScene(folder);
    scene.environment.put("COUNTERSIGN_SECRET", SECRET);
    scene.environment.put("COUNTERSIGN_APP_KEY", "KEY-OF-TESTS");
    scene.environment.put("COUNTERSIGN_ENVIRONMENT", "release");
  }

  /** The request that the curl line sends, as a capture shows it. */
  private String captured(String target, String body) {
    CommandScene.Result signed =
        scene.bare("sign", "POST", "http://localhost:8080" + target, "--data", body, "--json");
    assertEquals(0, signed.code(), signed.err());
    StringBuilder text = new StringBuilder("POST " + target + " HTTP/1.1\nHost: localhost:8080\n");
    for (Map.Entry<String, JsonNode> one : signed.json().path("headers").properties()) {
      text.append(one.getKey()).append(": ").append(one.getValue().asText()).append('\n');
    }
    return text + "Content-Length: " + body.length() + "\n\n" + body;
  }

  private CommandScene.Result verify(String request, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "verify";
    all[1] = scene.file("request.http", request).toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return scene.bare(all);
  }

  @Test
  void curlLine_isQuotedForAShell() {
    CommandScene.Result signed =
        scene.bare("sign", "POST", "http://localhost/a?b=c&d", "--data", BODY);
    assertEquals(0, signed.code(), signed.err());
    assertTrue(signed.out().contains("--data-raw '{\"item\":\"it'\\''s\"}'"), signed.out());
    assertTrue(signed.out().contains("'http://localhost/a?b=c&d'"), signed.out());
    assertFalse(signed.out().contains(SECRET));
  }

  @Test
  void signedRequest_isVerified() {
    CommandScene.Result result = verify(captured("/orders?a=1", BODY) + "\n");
    assertEquals(0, result.code(), result.out() + result.err());
    assertEquals(4, result.out().lines().filter(line -> line.startsWith("ok ")).count());
    assertFalse((result.out() + result.err()).contains(SECRET));
  }

  @Test
  void otherBody_isSaidByItsDigest() {
    CommandScene.Result result = verify(captured("/orders", BODY).replace("item", "itch"));
    assertEquals(1, result.code());
    assertTrue(result.out().contains("ok    signature"), result.out());
    assertTrue(result.out().contains("FAIL  body: declared is the digest "), result.out());
  }

  @Test
  void pathThatAProxyPrefixed_isFound() {
    String request = captured("/orders", BODY).replace("POST /orders", "POST /shop/orders");
    CommandScene.Result result = verify(request);
    assertEquals(1, result.code());
    assertTrue(result.out().contains("it fits if the path is signed as /orders"), result.out());
  }

  @Test
  void secretWithALineBreak_isFound() {
    String request = captured("/orders", BODY);
    scene.environment.put("COUNTERSIGN_SECRET", SECRET + "\n");
    String broken = captured("/orders", BODY);
    scene.environment.put("COUNTERSIGN_SECRET", SECRET);
    assertEquals(0, verify(request).code());
    CommandScene.Result result = verify(broken);
    assertTrue(result.out().contains("the caller's secret ends with a line break"), result.out());
  }

  @Test
  void oldRequest_isOutsideTheWindow() {
    CommandScene.Result result = verify(captured("/x", BODY), "--at", "2099-01-01T00:00:00Z");
    assertEquals(1, result.code());
    assertTrue(result.out().contains("FAIL  time: signed at "), result.out());
  }

  @Test
  void callersText_isCompared() {
    String request = captured("/orders", BODY);
    String text = verify(request).err().lines().skip(1).map(String::strip).toList().toString();
    assertTrue(text.contains("countersign-1, KEY-OF-TESTS"), text);
    String lines =
        String.join("\n", verify(request).err().lines().skip(1).map(String::strip).toList());
    Path mine = scene.file("mine.txt", lines.replace("/orders", "/order"));
    CommandScene.Result result = verify(request, "--canonical", mine.toString());
    assertTrue(result.out().contains("FAIL  canonical text: line 8"), result.out());
  }

  @Test
  void unsignedOrBrokenRequest_isSaidToBeSo() {
    CommandScene.Result unsigned = verify("GET / HTTP/1.1\nHost: a\n\n");
    assertEquals(1, unsigned.code());
    assertTrue(unsigned.out().contains("no scheme: it is not signed"), unsigned.out());
    assertEquals(2, verify("hello").code());
    CommandScene.Result bad = verify("GET / HTTP/1.1\nHost: a\nX-App-Signature: v1=%\n\n");
    assertEquals(1, bad.code());
    assertTrue(bad.out().contains("countersign-1 cannot read it: "), bad.out());
  }
}
