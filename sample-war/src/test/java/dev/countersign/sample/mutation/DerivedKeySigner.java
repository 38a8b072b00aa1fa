package dev.countersign.sample.mutation;

import dev.countersign.sample.mutation.Query.Pair;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS Signature Version 4 and the two of JD Cloud, which differ from it in words and paths. */
record DerivedKeySigner(
    String algorithm,
    String prefix,
    String terminator,
    String family,
    PathForm path,
    boolean hasNonce,
    List<String> always)
    implements Signer {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** How a path is written in the signed text. */
  enum PathForm {
    ENCODED_AGAIN,
    ENCODED_ANEW,
    BLANKS_FOR_PLUS
  }

  static DerivedKeySigner aws4() {
    return new DerivedKeySigner(
        "AWS4-HMAC-SHA256",
        "AWS4",
        "aws4_request",
        "x-amz-",
        PathForm.ENCODED_AGAIN,
        false,
        List.of("content-type", "host", "x-app-environment", "x-tenant"));
  }

  /** As its Java SDK signs. */
  static DerivedKeySigner jdcloud2() {
    return new DerivedKeySigner(
        "JDCLOUD2-HMAC-SHA256",
        "JDCLOUD2",
        "jdcloud2_request",
        "x-jdcloud-",
        PathForm.ENCODED_ANEW,
        true,
        List.of("content-type", "host", "x-app-environment", "x-tenant"));
  }

  /** As the signer for Node and the PHP SDK sign: neither host nor type. */
  static DerivedKeySigner jdcloud3() {
    return new DerivedKeySigner(
        "JDCLOUD3-HMAC-SHA256",
        "JDCLOUD3",
        "jdcloud3_request",
        "x-jdcloud-",
        PathForm.BLANKS_FOR_PLUS,
        true,
        List.of("x-app-environment", "x-tenant"));
  }

  @Override
  public RawRequest sign(RawRequest request, Application application, Instant now, String nonce) {
    String date = DATE.format(now);
    String hash = Bytes.hex(Bytes.digest("SHA-256", request.body()));
    RawRequest dated =
        request
            .without("Authorization")
            .set("X-App-Environment", application.environment())
            .set(family + "date", date);
    RawRequest full = hasNonce ? dated.set(family + "nonce", nonce) : dated;
    if (request.body().length > 0) {
      full = full.set(family + "content-sha256", hash);
    }
    String names = String.join(";", names(full));
    String scope = date.substring(0, 8) + "/cn-north-1/orders/" + terminator;
    String canonical = canonical(full, names, hash);
    String text =
        String.join(
            "\n", algorithm, date, scope, Bytes.hex(Bytes.digest("SHA-256", Bytes.of(canonical))));
    byte[] key = (prefix + application.secret()).getBytes(StandardCharsets.UTF_8);
    for (String step : scope.split("/", -1)) {
      key = Bytes.mac("HmacSHA256", key, step);
    }
    return full.add(
        "Authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                algorithm,
                application.appKey(),
                scope,
                names,
                Bytes.hex(Bytes.mac("HmacSHA256", key, text))));
  }

  private List<String> names(RawRequest request) {
    Stream<String> own = Stream.of("content-sha256", "date", "nonce").map(family::concat);
    List<String> all = new ArrayList<>(new TreeSet<>(Stream.concat(own, always.stream()).toList()));
    all.removeIf(name -> request.header(name).isEmpty());
    return all;
  }

  private String canonical(RawRequest request, String names, String hash) {
    String[] target = request.target().split("\\?", 2);
    StringBuilder text = new StringBuilder(request.method() + "\n" + path(target[0]) + "\n");
    text.append(query(target.length > 1 ? target[1] : "")).append('\n');
    for (String name : names.split(";", -1)) {
      String value = request.header(name).orElse("").strip();
      boolean collapsed = path != PathForm.BLANKS_FOR_PLUS;
      text.append(name + ":" + (collapsed ? value.replaceAll("[ \t]+", " ") : value) + "\n");
    }
    return text + "\n" + names + "\n" + hash;
  }

  private String path(String raw) {
    return Stream.of(raw.split("/", -1)).map(this::segment).collect(Collectors.joining("/"));
  }

  private String segment(String raw) {
    return switch (path) {
      case ENCODED_AGAIN -> Query.encoded(raw);
      case ENCODED_ANEW -> Query.encoded(Query.decoded(raw.replace("+", "%2B")));
      case BLANKS_FOR_PLUS -> Query.encoded(Query.decoded(raw));
    };
  }

  private static String query(String raw) {
    return Query.pairs(raw).stream()
        .map(pair -> pair.each(text -> Query.encoded(Query.decoded(text))))
        .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}
