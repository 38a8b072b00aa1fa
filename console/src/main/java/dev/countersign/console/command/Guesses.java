package dev.countersign.console.command;

import dev.countersign.signing.Headers;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a wrong signature was made of, by trying what callers usually get wrong. */
final class Guesses {

  private Guesses() {}

  /** A sentence about the cause, or that it is none of those known. */
  static String explain(RawRequest request, Secret secret) {
    for (Map.Entry<String, Secret> guess : secrets(secret).entrySet()) {
      if (fits(request, guess.getValue())) {
        return "it fits if " + guess.getKey();
      }
    }
    for (Map.Entry<String, SignableRequest> guess : heads(request.head()).entrySet()) {
      if (fits(request.with(guess.getValue()), secret)) {
        return "it fits if " + guess.getKey();
      }
    }
    return "it is not that of this request under this secret: another secret or another text was"
        + " signed; --canonical compares the caller's text";
  }

  private static boolean fits(RawRequest request, Secret secret) {
    PresentedRequest presented = PresentedRequest.read(request, new ArrayList<>());
    return presented != null && presented.isSignedWith(secret);
  }

  private static Map<String, Secret> secrets(Secret secret) {
    Map<String, Secret> guesses = new LinkedHashMap<>();
    String text = secret.revealText();
    guesses.put("the caller's secret ends with a line break", Secret.ofText(text + "\n"));
    try {
      guesses.put(
          "the caller decodes the secret as base64",
          Secret.ofBytes(Base64.getMimeDecoder().decode(text)));
      guesses.put(
          "the caller decodes the secret as base64url",
          Secret.ofBytes(Base64.getUrlDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      // Then nobody decodes it so.
      return guesses;
    }
    return guesses;
  }

  private static Map<String, SignableRequest> heads(SignableRequest head) {
    Map<String, SignableRequest> guesses = new LinkedHashMap<>();
    String host = head.authority().replaceFirst(":[0-9]+$", "");
    guesses.put("the port is left out of the host", with(head, host, head.path(), head.query()));
    guesses.put("the query is left out", with(head, head.authority(), head.path(), ""));
    for (String path : paths(head.path())) {
      guesses.put(
          "the path is signed as " + path, with(head, head.authority(), path, head.query()));
    }
    for (String type : types(head.headers().values("content-type"))) {
      guesses.put(
          type.isEmpty() ? "Content-Type is left out" : "Content-Type is signed as " + type,
          with(head, "content-type", type));
    }
    guesses.put("Content-Digest is left out", with(head, "content-digest", ""));
    return guesses;
  }

  private static List<String> paths(String path) {
    List<String> paths = new ArrayList<>();
    int second = path.indexOf('/', 1);
    paths.add(second < 0 ? path + "/" : path.substring(second));
    paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/");
    String decoded = decoded(path);
    if (!decoded.equals(path)) {
      paths.add(decoded);
    }
    return paths;
  }

  private static String decoded(String path) {
    try {
      String plus = path.replace("+", "%2B");
      return URLDecoder.decode(plus, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private static List<String> types(List<String> present) {
    if (present.size() != 1) {
      return List.of("application/json");
    }
    String type = present.get(0);
    return List.of(
        "",
        type.replaceFirst("\\s*;.*$", ""),
        type + "; charset=UTF-8",
        type + ";charset=utf-8",
        type.toLowerCase(Locale.ROOT));
  }

  private static SignableRequest with(
      SignableRequest head, String authority, String path, String query) {
    return new SignableRequest(head.method(), authority, path, query, head.headers());
  }

  /** With one header replaced, or removed where the value is empty. */
  private static SignableRequest with(SignableRequest head, String header, String value) {
    Headers.Builder headers = Headers.builder();
    head.headers().names().stream()
        .filter(name -> !name.equals(header))
        .forEach(name -> headers.addAll(name, head.headers().values(name)));
    if (!value.isEmpty()) {
      headers.add(header, value);
    }
    return new SignableRequest(
        head.method(), head.authority(), head.path(), head.query(), headers.build());
  }
}
