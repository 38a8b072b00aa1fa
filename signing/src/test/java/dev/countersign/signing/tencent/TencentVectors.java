package dev.countersign.signing.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.vectors.VectorRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The vector files that tests of this scheme read. */
final class TencentVectors {

  static final String OWN = "/vectors/tencent.json";

  private TencentVectors() {}

  /**
   * A row of {@code tencent.json}.
   *
   * @param about what became of the row: its string to sign, or the kind of refusal
   */
  record Row(String sentence, JsonNode json, VectorRequest request, String about) {

    Secret secret() {
      return Secret.ofText(json.required("secret").textValue());
    }

    TencentScheme scheme() {
      TencentOptions options = TencentOptions.defaults();
      for (JsonNode option : json.required("options")) {
        options = with(options, option.textValue());
      }
      return TencentScheme.with(options);
    }

    @Override
    public String toString() {
      return sentence;
    }
  }

  static List<Row> accepted() {
    return rows("accepted", "stringToSign");
  }

  static List<Row> refused() {
    return rows("refused", "kind");
  }

  /** The texts that a request's signature could cover. */
  static List<CanonicalRequest> texts(TencentScheme scheme, VectorRequest request)
      throws UnreadableSignatureException {
    return texts(scheme.read(request.signable()), request.bodyBytes());
  }

  static List<CanonicalRequest> texts(PresentedSignature presented, byte[] body)
      throws UnreadableSignatureException {
    return ((Coverage.WholeBody) presented.coverage()).reading().canonicalRequests(body);
  }

  /** What a gate asks: is it the signature of one of the texts? */
  static boolean isGood(TencentScheme scheme, VectorRequest request, Secret secret)
      throws UnreadableSignatureException {
    return isGood(scheme, request.signable(), request.bodyBytes(), secret);
  }

  static boolean isGood(TencentScheme scheme, SignableRequest request, byte[] body, Secret secret)
      throws UnreadableSignatureException {
    PresentedSignature presented = scheme.read(request);
    return texts(presented, body).stream().anyMatch(text -> presented.isMadeWith(secret, text));
  }

  static String string(CanonicalRequest text) {
    return new String(text.bytes(), StandardCharsets.UTF_8);
  }

  /** A row of {@code tencent-app-auth.json}, whose headers are an object. */
  static SignableRequest published(JsonNode row) {
    Headers.Builder headers = Headers.builder();
    row.required("headers")
        .properties()
        .forEach(header -> headers.add(header.getKey(), header.getValue().textValue()));
    return new SignableRequest(
        row.required("method").textValue(),
        "api.example.com",
        row.required("path").textValue(),
        row.required("query").textValue(),
        headers.build());
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static JsonNode file(String resource) {
    try (InputStream in =
        Objects.requireNonNull(TencentVectors.class.getResourceAsStream(resource), resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(String list, String about) {
    return list(file(OWN).required(list)).stream()
        .map(
            row ->
                new Row(
                    row.required("sentence").textValue(),
                    row,
                    request(row.required("request")),
                    row.required(about).textValue()))
        .toList();
  }

  private static VectorRequest request(JsonNode node) {
    Optional<byte[]> binary =
        Optional.ofNullable(node.get("bodyBase64"))
            .map(body -> Base64.getDecoder().decode(body.textValue()));
    Optional<byte[]> text =
        Optional.ofNullable(node.get("body"))
            .map(body -> body.textValue().getBytes(StandardCharsets.UTF_8));
    return new VectorRequest(
        node.required("method").textValue(),
        node.required("target").textValue(),
        list(node.required("headers")).stream().map(JsonNode::textValue).toList(),
        binary.or(() -> text));
  }

  private static TencentOptions with(TencentOptions options, String name) {
    return switch (name) {
      case "sha384AndSha512" -> options.withSha384AndSha512();
      case "withoutSha1" -> options.withoutSha1();
      case "rfc1864ContentMd5" -> options.withRfc1864ContentMd5();
      case "unsignedBodyOfGet" -> options.withUnsignedBodyOfGet();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
