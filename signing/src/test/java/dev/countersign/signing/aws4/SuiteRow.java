package dev.countersign.signing.aws4;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.aws4.Aws4Options.PathEncoding;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case of the suite that AWS publishes, in the header and in the query. */
record SuiteRow(JsonNode json) {

  static List<SuiteRow> all() {
    return JsonRows.list(JsonRows.file("aws4-suite.json")).stream().map(SuiteRow::new).toList();
  }

  String text(String name) {
    return JsonRows.text(json, name);
  }

  Secret secret() {
    return Secret.ofText(text("secret"));
  }

  Aws4Options options() {
    return Aws4Options.defaults()
        .withRegion(text("region"))
        .withService(text("service"))
        .withPathEncoding(
            json.required("normalize").booleanValue() ? PathEncoding.DOUBLE : PathEncoding.SINGLE)
        .withRepeatedHeaders(repeatsAHeader())
        .withPresigned(true);
  }

  boolean repeatsAHeader() {
    List<String> names = headers().stream().map(SuiteRow::name).toList();
    return names.stream().distinct().count() < names.size();
  }

  VectorRequest headerForm() {
    List<String> headers = headers();
    headers.add(
        "Authorization: AWS4-HMAC-SHA256 Credential=%s/20150830/%s/%s/aws4_request, SignedHeaders=%s, Signature=%s"
            .formatted(
                text("key"),
                text("region"),
                text("service"),
                signedNames(text("canonical_request")),
                text("signature")));
    String query = text("query");
    return request(text("path") + (query.isEmpty() ? "" : "?" + query), headers);
  }

  VectorRequest queryForm() {
    String line = text("presigned_request_line");
    Set<String> signed = Set.of(signedNames(text("presigned_canonical_request")).split(";", -1));
    List<String> headers = headers();
    headers.removeIf(header -> !signed.contains(name(header)));
    return request(line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' ')), headers);
  }

  /** The suite shows how some services add the token when everything is signed. */
  boolean presignsWithoutItsToken() {
    return text("presigned_request_line").contains("X-Amz-Security-Token")
        && !text("presigned_canonical_request").contains("X-Amz-Security-Token");
  }

  private VectorRequest request(String target, List<String> headers) {
    byte[] body = text("body").getBytes(StandardCharsets.UTF_8);
    return new VectorRequest(text("method"), target, headers, Optional.of(body));
  }

  private List<String> headers() {
    List<String> lines = new ArrayList<>();
    for (JsonNode pair : json.required("headers")) {
      lines.add(pair.get(0).textValue() + ": " + pair.get(1).textValue());
    }
    return lines;
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  private static String signedNames(String canonicalRequest) {
    String[] lines = canonicalRequest.split("\n", -1);
    return lines[lines.length - 2];
  }

  @Override
  public String toString() {
    return text("id");
  }
}
