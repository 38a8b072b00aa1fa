package dev.countersign.signing.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.vectors.OneCharacterChanges;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunPropertiesTest {

  private static final String DECODED =
      "The Node SDK signs decoded parameters behind an encoded path.";
  private static final String RAW = "Python signs a query as it is sent.";
  private static final String JSON = "The Java SDK signs the MD5 of a JSON body.";
  private static final String BODYLESS = "The Node SDK deletes without a body.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "/n%C3%A4me",
        "a-b=1&a=x+y&u=%E2%82%AC&k=a%3Db",
        "RELEASE",
        "1795300560123",
        "203753385",
        "c9f15cbf-f4ac-4a6c-b54d-f51abf4b5b44",
        "application/json",
        "x-ca-key,x-ca-nonce,x-ca-stage,x-ca-timestamp"
      })
  void anyCharacterOfASignedPartChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    assertAnotherText(
        DECODED, part, List.of("RELEASE", "203753385").contains(part) || part.startsWith("x-ca"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/get", "b=a%20b%26c&a=%e2%82%ac&c=x+y"})
  void anyCharacterOfARawTargetChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    assertAnotherText(RAW, part, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "bNLwGjxuEEfcJvffuyfhXw==",
        "application/json",
        "21 Nov 2026",
        "HmacSHA256"
      })
  void anyCharacterBesideABodyChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    assertAnotherText(JSON, part, part.equals("HmacSHA256"));
  }

  /** Pairs that a careless reading signs alike, each half read alone. */
  @Test
  void targetsFullOfDelimiters_shareNoText() throws Exception {
    List<String> targets =
        List.of(
            "/u",
            "/u/",
            "/u?a",
            "/u%3Fa",
            "/u?a=1&b=2",
            "/u?a=1%26b%3D2",
            "/u?a%3D1&b=2",
            "/u?a=1%26b=2",
            "/u%3Fa=1&b=2",
            "/u%3Fa=1?b=2",
            "/u?a=%2541",
            "/u?a=%41%20",
            "/u?a=%0A",
            "/u%0A",
            "/u%0A?a",
            "/u?%0Aa",
            "/u%2541",
            "/u%23a",
            "/u?a=%25",
            "/u%2Fa",
            "/u/a");
    Map<String, String> seen = new HashMap<>();
    for (String target : targets) {
      for (String text : texts(ClientRow.named(BODYLESS), target)) {
        assertEquals(target, seen.computeIfAbsent(text, first -> target), text);
      }
    }
    assertTrue(seen.size() >= targets.size());
  }

  @Test
  void flagWithAndWithoutEqualsSign_shareTheirText() throws Exception {
    ClientRow row = ClientRow.named(BODYLESS);
    assertEquals(texts(row, "/u?flag"), texts(row, "/u?flag="));
  }

  @Test
  void bodylessRequest_isProvedWithoutReading() throws Exception {
    ClientRow row = ClientRow.named(BODYLESS);
    assertInstanceOf(
        Coverage.DeclaredDigest.class, row.scheme().read(row.request().signable()).coverage());
  }

  @Test
  void absentStage_statesWhatTheOptionSays() throws Exception {
    VectorRequest request = ClientRow.named(JSON).request();
    AliyunOptions options = AliyunOptions.defaults().withAbsentStage("release");

    assertEquals("release", AliyunScheme.of(options).read(request.signable()).environment());
    assertEquals(
        "test",
        AliyunScheme.of(options)
            .read(
                ClientRow.named("The Node SDK signs the MD5 of a JSON body that is posted.")
                    .request()
                    .signable())
            .environment());
  }

  @Test
  void disclosedText_hidesWhatMayBeACredential() throws Exception {
    ClientRow row = ClientRow.named("The Java SDK sends UTF-8 in a header that it signs.");
    String disclosed =
        Verification.texts(row.scheme().read(row.request().signable()), new byte[0])
            .get(0)
            .disclosed();

    assertTrue(disclosed.startsWith("GET#application/json; charset=utf-8##app"), disclosed);
    assertTrue(disclosed.contains("#x-ca-note:<6 characters, sha-256 "), disclosed);
    assertTrue(disclosed.endsWith("#x-ca-timestamp:1795300560123#/orders"), disclosed);
    assertFalse(disclosed.contains("\n"), disclosed);
  }

  @Test
  void challenge_namesTheScheme() {
    AliyunScheme scheme = AliyunScheme.of(AliyunOptions.defaults());
    assertEquals("aliyun", scheme.id());
    assertEquals("X-Ca-Signature realm=\"test\"", scheme.challenge("test"));
  }

  private static void assertAnotherText(String base, String part, boolean rarelyReadable)
      throws Exception {
    ClientRow row = ClientRow.named(base);
    int readable = OneCharacterChanges.assertEachIsAnotherText(row.scheme(), row.request(), part);
    assertTrue(readable >= part.length() || rarelyReadable, part + " " + readable);
  }

  private static Set<String> texts(ClientRow row, String target) throws Exception {
    VectorRequest sent = row.request();
    VectorRequest request =
        new VectorRequest(sent.method(), target, sent.headers(), Optional.empty());
    Set<String> texts = new HashSet<>();
    for (CanonicalRequest text :
        Verification.texts(row.scheme().read(request.signable()), new byte[0])) {
      texts.add(new String(text.bytes(), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
