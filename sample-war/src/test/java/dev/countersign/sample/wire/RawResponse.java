package dev.countersign.sample.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.testing.logs.Sensitive;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it came over the socket; the last value of a repeated header is kept. */
public final class RawResponse {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private RawResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static RawResponse of(int status, Map<String, String> headers, byte[] body) {
    return new RawResponse(status, headers, body);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public static RawResponse read(InputStream in, boolean headOnly) throws IOException {
    String statusLine = line(in);
    int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    if (status == 100) {
      return read(in, headOnly);
    }
    boolean none = headOnly || status == 204 || status == 304;
    return new RawResponse(status, headers, none ? new byte[0] : body(in, headers));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    String length = headers.get("Content-Length");
    if (length != null) {
      return in.readNBytes(Integer.parseInt(length));
    }
    if (!"chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      all.writeBytes(in.readNBytes(size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0], 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended after: " + text);
      }
      text.append((char) c);
    }
    return text.toString().stripTrailing();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      JsonNode json = JSON.readTree(body);
      json.findValues("secret").forEach(secret -> Sensitive.secret(secret.asText()));
      return json;
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + status + " " + text(), e);
    }
  }

  /** The code of a problem document; a hyphen where the container itself answered. */
  public String code() {
    boolean problem =
        String.valueOf(headers.get("Content-Type")).startsWith("application/problem+json");
    return problem ? json().path("code").asText() : "-";
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
