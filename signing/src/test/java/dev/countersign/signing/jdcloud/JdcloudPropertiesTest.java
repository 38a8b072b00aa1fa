package dev.countersign.signing.jdcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.vectors.OneCharacterChanges;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdcloudPropertiesTest {

  private static final String OLDER = "Go joins the blanks inside the value of a header.";
  private static final String NEWER = "Python signs host and type, and leaves its nonce unsigned.";
  private static final String HASH =
      "The gateway's Java signer takes a signed hash for that of the body.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE",
        "/v1/instances/i-1",
        "xue0b2b7b5m7.cn-north-1",
        "application/json",
        "a   b",
        "20261121T223600Z",
        "55f3919e-3a7d-4174-b117-f150ff25e274",
        "20261121/cn-north-1/xapw9ul97y4p",
        "content-type;host;x-jdcloud-date;x-jdcloud-nonce;x-note"
      })
  void anyCharacterOfASignedPartChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    assertAnotherText(OLDER, part, part.startsWith("content-type;") || part.startsWith("2026"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "/v1/regions/cn-north-1/instances",
        "pageSize=10&filters.1.name=id&q=a%20b%2Bc",
        "application/json",
        "20261121T223600Z"
      })
  void anyCharacterChangedInTheNewerVersion_isAnotherTextOrUnreadable(String part)
      throws Exception {
    assertAnotherText(NEWER, part, part.startsWith("2026"));
  }

  @Test
  void anyCharacterOfASignedHashChanged_isAnotherTextOrUnreadable() throws Exception {
    VectorRequest request = ClientRow.named(HASH).request();
    assertAnotherText(HASH, request.header("x-jdcloud-content-sha256").orElseThrow(), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {OLDER, NEWER})
  void targetsFullOfDelimiters_shareNoText(String base) throws Exception {
    ClientRow row = ClientRow.named(base);
    List<String> targets =
        List.of(
            "/a",
            "/a/",
            "/a/b",
            "/a?b",
            "/a%3Fb",
            "/a?b&c",
            "/a?b%26c",
            "/a?b=c",
            "/a?b%3Dc",
            "/a?b=%26c",
            "/a?b=c&d",
            "/a?b=c%26d",
            "/a?b=%20",
            "/a?b=%0A",
            "/a%0Ab",
            "/a%0Ab?c",
            "/a?%0Ac",
            "/a?b=%2520",
            "/a%2520",
            "/a%20",
            "/a?b=%25",
            "/a?b=%25%2520");
    Set<String> seen = new HashSet<>();
    int texts = 0;
    for (String target : targets) {
      VectorRequest sent = row.request();
      VectorRequest request = new VectorRequest(sent.method(), target, sent.headers(), sent.body());
      for (CanonicalRequest text : texts(row, request)) {
        seen.add(new String(text.bytes(), StandardCharsets.UTF_8));
        texts++;
      }
    }
    assertEquals(texts, seen.size());
    assertTrue(texts >= targets.size());
  }

  @Test
  void disclosedText_hidesWhatMayBeACredential() throws Exception {
    ClientRow row = ClientRow.named(OLDER);
    String disclosed = texts(row, row.request()).get(0).disclosed();

    assertTrue(disclosed.startsWith("DELETE\n/v1/instances/i-1\n\ncontent-type:app"), disclosed);
    assertTrue(disclosed.contains("\nx-note:<3 characters, sha-256 "), disclosed);
    assertTrue(disclosed.contains("\n\nJDCLOUD2-HMAC-SHA256\n20261121T223600Z\n"), disclosed);
    assertFalse(disclosed.contains("a b"), disclosed);
    assertEquals(disclosed, texts(row, row.request()).get(0).toString());
  }

  @Test
  void environment_isStatedOnlyUnderTheSignature() throws Exception {
    ClientRow row = ClientRow.named(OLDER);
    List<String> headers = new ArrayList<>(row.request().headers());
    headers.add("X-App-Environment: test");
    headers.replaceAll(line -> line.replace(";x-note,", ";x-app-environment;x-note,"));
    VectorRequest signed =
        new VectorRequest("DELETE", row.request().target(), headers, row.request().body());

    assertNull(row.scheme().read(row.request().signable()).environment());
    assertEquals("test", row.scheme().read(signed.signable()).environment());
  }

  @Test
  void challenge_namesTheScheme() {
    JdcloudScheme scheme = JdcloudScheme.of(JdcloudOptions.defaults());
    assertEquals("jdcloud", scheme.id());
    assertEquals("JDCLOUD2-HMAC-SHA256 realm=\"test\"", scheme.challenge("test"));
  }

  private static void assertAnotherText(String base, String part, boolean rarelyReadable)
      throws Exception {
    ClientRow row = ClientRow.named(base);
    int readable = OneCharacterChanges.assertEachIsAnotherText(row.scheme(), row.request(), part);
    assertTrue(readable >= part.length() || rarelyReadable, part + " " + readable);
  }

  private static List<CanonicalRequest> texts(ClientRow row, VectorRequest request)
      throws Exception {
    return Verification.texts(row.scheme().read(request.signable()), request.bodyBytes());
  }
}
