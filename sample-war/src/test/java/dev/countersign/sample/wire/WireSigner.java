package dev.countersign.sample.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a raw request from the rules of docs/protocol.md alone, with none of the library's code, so
 * that it can also sign what the library's own signer refuses to. Headers that the request already
 * has (timestamp, nonce, digest ...) are signed as they stand.
 */
public final class WireSigner {

  private static final SecureRandom RANDOM = new SecureRandom();

  private WireSigner() {}

  public static RawRequest sign(RawRequest request, Application application) {
    RawRequest full = request.without("X-App-Signature");
    full = orElse(full, "X-App-Key", application.appKey());
    full = orElse(full, "X-App-Timestamp", now());
    full = orElse(full, "X-App-Nonce", nonce());
    full = orElse(full, "X-App-Environment", application.environment());
    if (full.body().length > 0) {
      full = orElse(full, "Content-Digest", "sha-256=:" + digest(full.body()) + ":");
    }
    return full.add("X-App-Signature", "v1=" + hmac(canonical(full), application.secret()));
  }

  /** Signs what was changed once more: only the signature is replaced, and the nonce is fresh. */
  public static RawRequest again(RawRequest changed, Application application) {
    return sign(changed.set("X-App-Nonce", nonce()), application);
  }

  public static String nonce() {
    byte[] raw = new byte[18];
    RANDOM.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }

  public static String now() {
    return at(ServerClock.now());
  }

  public static String at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static String digest(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static RawRequest orElse(RawRequest request, String name, String value) {
    return request.header(name).isPresent() ? request : request.add(name, value);
  }

  /** The canonical request of one that has all its headers. */
  public static String canonical(RawRequest request) {
    String target = request.target();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    String list = value(request, "X-App-Signed-Headers");
    List<String> lines = new ArrayList<>(List.of("countersign-1"));
    Stream.of("X-App-Key", "X-App-Timestamp", "X-App-Nonce", "X-App-Environment")
        .forEach(name -> lines.add(value(request, name)));
    lines.addAll(List.of(request.method(), authority(value(request, "Host")), path, query));
    lines.add(value(request, "Content-Type"));
    lines.add(value(request, "Content-Encoding"));
    lines.add(declared(value(request, "Content-Digest")));
    lines.add(list);
    for (String name : list.isEmpty() ? new String[0] : list.split(";", -1)) {
      lines.add(name + ":" + value(request, name).strip().replaceAll("[ \t]+", " "));
    }
    return String.join("\n", lines);
  }

  private static String authority(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }

  private static String declared(String header) {
    return header.isEmpty() ? digest(new byte[0]) : header.replaceFirst("^sha-256=:(.*):$", "$1");
  }

  private static String value(RawRequest request, String name) {
    return request.header(name).orElse("");
  }

  private static String hmac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
