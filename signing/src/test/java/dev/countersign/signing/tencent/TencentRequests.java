package dev.countersign.signing.tencent;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests of this scheme, made of parts that a test replaces. */
record TencentRequests(Map<TencentRequests.Part, String> parts) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String[] PIECES = {
    "a", "b", "a", "b", "&", "&", "=", "=", "%26", "%3D", "%25", "%61", "%C3%A9", "2", "6", "?",
    "%3F", "%23", "/"
  };

  /** What the signature covers. */
  enum Part {
    METHOD,
    PATH,
    QUERY,
    X_DATE,
    X_TENANT,
    ACCEPT,
    CONTENT_TYPE,
    BODY
  }

  static List<TencentRequests> samples() {
    return List.of(
        of("GET", "/test/orders/caf%C3%A9", "b=2&a=x%20y&c=%E4%B8%AD&flag=", "", ""),
        of("POST", "/orders", "b=2&a=1", "application/json", "{\"item\":\"a\"}"),
        of("PUT", "/a/b", "z=1&y=%3D", FORM, "x=1&a=b%20c&c"));
  }

  /** A request of few letters and many separators, escaped and not. */
  static TencentRequests random(Random random) {
    boolean form = random.nextInt(3) == 0;
    return of(
        "POST",
        "/" + text(random, 3).replace("?", "").replace("%2F", ""),
        text(random, 7),
        form ? FORM : "",
        form ? text(random, 5) : "");
  }

  /** A request of anything. */
  static TencentRequests rubbish(Random random) {
    TencentRequests request = random(random);
    for (Part part : Part.values()) {
      if (random.nextInt(4) == 0) {
        request = request.with(part, noise(random));
      }
    }
    return request;
  }

  String part(Part part) {
    return parts.getOrDefault(part, "");
  }

  TencentRequests with(Part part, String value) {
    Map<Part, String> changed = new EnumMap<>(parts);
    changed.put(part, value);
    return new TencentRequests(changed);
  }

  SignableRequest signable() {
    Headers headers =
        Headers.builder()
            .add("X-Date", part(Part.X_DATE))
            .add("X-Tenant", part(Part.X_TENANT))
            .add("Accept", part(Part.ACCEPT))
            .add("Content-Type", part(Part.CONTENT_TYPE))
            .add(
                "Authorization",
                "hmac id=\"APIDorders\", algorithm=\"hmac-sha1\", headers=\"x-date x-tenant\","
                    + " signature=\"AAAAAAAAAAAAAAAAAAAAAAAAAAA=\"")
            .build();
    return new SignableRequest(
        part(Part.METHOD), "api.example.com", part(Part.PATH), part(Part.QUERY), headers);
  }

  byte[] bodyBytes() {
    return part(Part.BODY).getBytes(StandardCharsets.UTF_8);
  }

  /** What an application makes of the request; parameters may stand in query or form alike. */
  List<String> meaning() {
    boolean form = part(Part.CONTENT_TYPE).equals(FORM);
    List<String> meaning = new ArrayList<>(parameters(part(Part.QUERY)));
    meaning.addAll(form ? parameters(part(Part.BODY)) : List.of());
    meaning.sort(null);
    meaning.add(0, form ? "" : part(Part.BODY));
    meaning.add(0, decoded(part(Part.PATH).replace("+", "%2B")));
    for (Part part :
        List.of(Part.METHOD, Part.X_DATE, Part.X_TENANT, Part.ACCEPT, Part.CONTENT_TYPE)) {
      meaning.add(0, part(part));
    }
    return meaning;
  }

  private static List<String> parameters(String text) {
    return Arrays.stream(text.split("&"))
        .filter(piece -> !piece.isEmpty())
        .map(piece -> piece.split("=", 2))
        .map(pair -> decoded(pair[0]) + "\u0000" + (pair.length < 2 ? "" : decoded(pair[1])))
        .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "broken " + text;
    }
  }

  private static TencentRequests of(
      String method, String path, String query, String contentType, String body) {
    return new TencentRequests(
        Map.of(
            Part.METHOD, method,
            Part.PATH, path,
            Part.QUERY, query,
            Part.CONTENT_TYPE, contentType,
            Part.BODY, body,
            Part.ACCEPT, "application/json",
            Part.X_TENANT, "blue",
            Part.X_DATE, "Thu, 11 Mar 2021 08:29:58 GMT"));
  }

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      noise.appendCodePoint(random.nextInt(5) == 0 ? random.nextInt(0xd800) : random.nextInt(128));
    }
    return noise.toString();
  }
}
