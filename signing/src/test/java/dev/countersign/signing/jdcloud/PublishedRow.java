package dev.countersign.signing.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.vectors.JsonRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A case that JD Cloud publishes. Keys and secrets of these are shorter than any here may be, and
 * some targets are no legal ones, so the parts are tried one by one.
 */
record PublishedRow(JsonNode json) {

  static List<PublishedRow> all() {
    return Stream.of("jdcloud2.json", "jdcloud3.json")
        .flatMap(file -> JsonRows.list(JsonRows.file(file)).stream())
        .map(PublishedRow::new)
        .toList();
  }

  String text(String name) {
    return JsonRows.text(json, name);
  }

  byte[] secret() {
    return text("secret").getBytes(StandardCharsets.UTF_8);
  }

  SignedHead head() throws Exception {
    Version version = Version.named(text("scheme"));
    Headers headers = headers();
    CompactInstant date =
        CompactInstant.parse("x-jdcloud-date", headers.values("x-jdcloud-date").get(0));
    SignableRequest request = new SignableRequest("GET", "", "/", "", headers);
    return new SignedHead(
        text("method").toUpperCase(Locale.ROOT),
        CanonicalPath.forms(version, text("path")),
        CanonicalQuery.parse(version, text("query")).forms(JdcloudOptions.defaults()),
        SignedHeaders.read(list(), request),
        CredentialScope.parse(
            version,
            "%s/%s/%s/%s/%s"
                .formatted(
                    text("key") + "-long-enough",
                    date.day(),
                    text("region"),
                    text("service"),
                    version.termination()),
            JdcloudOptions.defaults()),
        date);
  }

  /** One case signs a text that is no hash in the place of it. */
  String payloadHash() {
    return headers().values("x-jdcloud-content-sha256").stream()
        .findFirst()
        .orElseGet(() -> DigestUtils.sha256Hex(text("body")));
  }

  private Headers headers() {
    Headers.Builder headers = Headers.builder();
    json.required("headers")
        .properties()
        .forEach(header -> headers.add(header.getKey(), header.getValue().textValue()));
    return headers.build();
  }

  private String list() {
    String authorization = headers().values("authorization").get(0);
    String list = authorization.substring(authorization.indexOf("SignedHeaders=") + 14);
    return list.substring(0, list.indexOf(','));
  }

  @Override
  public String toString() {
    return text("id");
  }
}
