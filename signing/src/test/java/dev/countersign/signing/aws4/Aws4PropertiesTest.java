package dev.countersign.signing.aws4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.PresentedSignature;
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

class Aws4PropertiesTest {

  private static final String JSON =
      "smithy signs a JSON body and its type, with the hash in a signed header.";
  private static final String QUERY =
      "smithy signs a GET whose query is a bag of decoded values, with a signed hash of nothing.";

  private final Aws4Scheme scheme = Aws4Scheme.of(Aws4Options.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "/orders",
        "api.example.com",
        "application/json",
        "a   b",
        "20261121T223600Z",
        "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
        "20261121/us-east-1/execute-api",
        "content-type;host;x-amz-content-sha256;x-amz-date;x-custom"
      })
  void anyCharacterOfASignedPartChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    VectorRequest request = ClientRow.named(JSON).request();

    int readable = OneCharacterChanges.assertEachIsAnotherText(scheme, request, part);

    assertTrue(readable >= part.length() || part.startsWith("content-type;"), part);
  }

  /** All but the last equals sign, for {@code empty} and {@code empty=} are one parameter. */
  @ParameterizedTest
  @ValueSource(strings = {"/orders/a%20b", "q=a%20b%2Bc&u=%E2%82%AC&id=2&id=1&empty"})
  void anyCharacterOfTheTargetChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    VectorRequest request = ClientRow.named(QUERY).request();

    assertTrue(OneCharacterChanges.assertEachIsAnotherText(scheme, request, part) >= part.length());
  }

  @Test
  void targetsFullOfDelimiters_shareNoText() throws Exception {
    List<String> targets =
        List.of(
            "/a",
            "/a/",
            "/a/b",
            "/a%2Fb",
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
            "/a%20");
    Set<String> seen = new HashSet<>();
    int texts = 0;
    for (String target : targets) {
      VectorRequest sent = ClientRow.named(QUERY).request();
      VectorRequest request = new VectorRequest(sent.method(), target, sent.headers(), sent.body());
      for (CanonicalRequest text :
          Verification.texts(scheme.read(request.signable()), request.bodyBytes())) {
        seen.add(new String(text.bytes(), StandardCharsets.UTF_8));
        texts++;
      }
    }
    assertEquals(texts, seen.size());
    assertTrue(texts >= targets.size());
  }

  @Test
  void disclosedText_hidesWhatMayBeACredential() throws Exception {
    ClientRow row = ClientRow.named("aws4 signs the session token.");
    String disclosed = texts(row).get(0).disclosed();

    assertTrue(disclosed.startsWith("GET\n/orders\n\nhost:api.example.com\n"), disclosed);
    assertTrue(disclosed.contains("x-amz-security-token:<8 characters, sha-256 "), disclosed);
    assertTrue(disclosed.contains("\n\nAWS4-HMAC-SHA256\n20261121T223600Z\n"), disclosed);
    assertFalse(disclosed.contains("tok/en"), disclosed);
  }

  @Test
  void plainRequest_hasOneText() throws Exception {
    assertEquals(1, texts(ClientRow.named(JSON)).size());
  }

  @Test
  void environment_isStatedOnlyUnderTheSignature() throws Exception {
    VectorRequest sent = ClientRow.named(JSON).request();
    List<String> headers = new ArrayList<>(sent.headers());
    headers.add("X-App-Environment: test");
    VectorRequest unsigned = new VectorRequest(sent.method(), sent.target(), headers, sent.body());
    headers = new ArrayList<>(headers);
    headers.replaceAll(line -> line.replace(";x-amz-date;", ";x-amz-date;x-app-environment;"));
    VectorRequest signed = new VectorRequest(sent.method(), sent.target(), headers, sent.body());

    assertNull(scheme.read(sent.signable()).environment());
    assertEquals("test", scheme.read(signed.signable()).environment());
    assertEquals(
        "malformed", Verification.outcome(unsigned, ClientRow.named(JSON).secret(), scheme));
  }

  @Test
  void derivedKeyOfAnotherDay_signsNothingToday() throws Exception {
    CredentialScope scope =
        CredentialScope.parse(
            "AKIDEXAMPLE/20261120/us-east-1/execute-api/aws4_request", Aws4Options.defaults());
    Secret secret = ClientRow.named(JSON).secret();
    byte[] text = {1};
    byte[] stolen =
        scope.key(secret, CompactInstant.parse("X-Amz-Date", "20261120T223600Z")).compute(text);

    assertFalse(
        scope
            .key(secret, CompactInstant.parse("X-Amz-Date", "20261121T000000Z"))
            .matches(text, MacTag.of(stolen)));
    assertTrue(
        scope
            .key(secret, CompactInstant.parse("X-Amz-Date", "20261120T000000Z"))
            .matches(text, MacTag.of(stolen)));
  }

  private List<CanonicalRequest> texts(ClientRow row) throws Exception {
    PresentedSignature presented = scheme.read(row.request().signable());
    return Verification.texts(presented, row.request().bodyBytes());
  }
}
