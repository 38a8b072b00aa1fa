package dev.countersign.sample.wire;

import static dev.countersign.sample.wire.Signer.orElse;
import static dev.countersign.sample.wire.Signer.value;

import dev.countersign.sample.wire.Query.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS Signature Version 4 and the two of JD Cloud, which differ from it in words and paths.
 *
 * @param family how the scheme's own headers begin, all of which are signed
 * @param signed the names of the other signed headers, in lower case
 * @param query how the query is written in the signed text
 */
public record DerivedKeySigner(
    DerivedKey key,
    String family,
    boolean hasNonce,
    Set<String> signed,
    PathForm path,
    UnaryOperator<String> query)
    implements Signer {

  private static final Set<String> USUALLY_SIGNED = Set.of("content-type", "host");

  /** How a path is written in the signed text. */
  public enum PathForm {
    ENCODED_AGAIN,
    ENCODED_ANEW,
    BLANKS_FOR_PLUS
  }

  public static DerivedKeySigner aws4() {
    return new DerivedKeySigner(
        new DerivedKey("AWS4", "eu-central-1", "execute-api"),
        "x-amz-",
        false,
        USUALLY_SIGNED,
        PathForm.ENCODED_AGAIN,
        DerivedKeySigner::sorted);
  }

  /** As its Java SDK signs. */
  public static DerivedKeySigner jdcloud2() {
    return jdcloud("JDCLOUD2", USUALLY_SIGNED, PathForm.ENCODED_ANEW);
  }

  /** As the signer for Node and the PHP SDK sign: neither host nor type. */
  public static DerivedKeySigner jdcloud3() {
    return jdcloud("JDCLOUD3", Set.of(), PathForm.BLANKS_FOR_PLUS);
  }

  private static DerivedKeySigner jdcloud(String word, Set<String> signed, PathForm path) {
    DerivedKey key = new DerivedKey(word, "cn-north-1", "apigateway");
    return new DerivedKeySigner(key, "x-jdcloud-", true, signed, path, DerivedKeySigner::sorted);
  }

  public static String date(Instant instant) {
    return DerivedKey.at(instant);
  }

  public DerivedKeySigner of(String region, String service) {
    DerivedKey other = new DerivedKey(key.word(), region, service);
    return new DerivedKeySigner(other, family, hasNonce, signed, path, query);
  }

  public DerivedKeySigner signing(String... headers) {
    return new DerivedKeySigner(key, family, hasNonce, Set.of(headers), path, query);
  }

  public DerivedKeySigner writing(PathForm otherPath) {
    return new DerivedKeySigner(key, family, hasNonce, signed, otherPath, query);
  }

  public DerivedKeySigner writing(UnaryOperator<String> otherQuery) {
    return new DerivedKeySigner(key, family, hasNonce, signed, path, otherQuery);
  }

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    RawRequest dated =
        orElse(request.without("Authorization"), family + "date", date(ServerClock.now()));
    RawRequest full =
        hasNonce ? orElse(dated, family + "nonce", UUID.randomUUID().toString()) : dated;
    String names = String.join(";", signedHeaders(full).keySet());
    String date = value(full, family + "date");
    return full.add(
        "Authorization",
        key.authorization(application.appKey(), date, names, signature(full, application, date)));
  }

  /** With everything in the query, as AWS has it; only Host is signed beside it. */
  public RawRequest presign(RawRequest request, Application application) {
    String date = date(ServerClock.now());
    String credential = (application.appKey() + "/" + key.scope(date)).replace("/", "%2F");
    RawRequest full =
        request.target(
            "%s%sX-Amz-Algorithm=%s&X-Amz-Credential=%s&X-Amz-Date=%s&X-Amz-Expires=600&X-Amz-SignedHeaders=host"
                .formatted(
                    request.target(),
                    request.target().contains("?") ? "&" : "?",
                    key.algorithm(),
                    credential,
                    date));
    return full.target(full.target() + "&X-Amz-Signature=" + signature(full, application, date));
  }

  private String signature(RawRequest request, Application application, String date) {
    String text = key.stringToSign(date, canonicalRequest(request));
    return key.signature(application.secret(), date, text);
  }

  @Override
  public byte[] mac(RawRequest request, Application application) {
    String date = value(request, family + "date");
    return HexFormat.of().parseHex(signature(request, application, date));
  }

  @Override
  public String shown(RawRequest request) {
    String canonical = canonicalRequest(request);
    return canonical + "\n\n" + key.stringToSign(value(request, family + "date"), canonical);
  }

  private String canonicalRequest(RawRequest request) {
    List<String> lines = new ArrayList<>(List.of(request.method()));
    lines.add(
        Stream.of(Signer.path(request).split("/", -1))
            .map(this::segment)
            .collect(Collectors.joining("/")));
    lines.add(query.apply(Signer.query(request)));
    signedHeaders(request).forEach((name, value) -> lines.add(name + ":" + value));
    lines.addAll(List.of("", String.join(";", signedHeaders(request).keySet())));
    String declared = value(request, family + "content-sha256");
    lines.add(declared.isEmpty() ? Macs.sha256Hex(request.body()) : declared);
    return String.join("\n", lines);
  }

  private Map<String, String> signedHeaders(RawRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (RawRequest.Field field : request.headers()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(family) || signed.contains(name)) {
        headers.merge(name, signedValue(field.value()), (one, two) -> one + "," + two);
      }
    }
    return headers;
  }

  private String signedValue(String value) {
    boolean collapsed = path != PathForm.BLANKS_FOR_PLUS;
    return collapsed ? value.strip().replaceAll("[ \t]+", " ") : value.strip();
  }

  private String segment(String raw) {
    return switch (path) {
      case ENCODED_AGAIN -> Query.encoded(raw);
      case ENCODED_ANEW -> Query.encoded(Query.decoded(raw.replace("+", "%2B")));
      case BLANKS_FOR_PLUS -> Query.encoded(Query.decoded(raw));
    };
  }

  private static String sorted(String raw) {
    return Query.pairs(raw).stream()
        .map(pair -> pair.each(text -> Query.encoded(Query.decoded(text))))
        .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}
