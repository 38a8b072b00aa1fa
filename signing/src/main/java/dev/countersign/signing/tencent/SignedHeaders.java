package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The headers that {@code headers="…"} names, each with its one value, in the order of that list.
 *
 * @param lines values by name in lower case; a {@link LinkedHashMap} that nobody changes
 * @param signedAt the instant of the signed date header
 */
record SignedHeaders(Map<String, String> lines, Instant signedAt) {

  static final String X_DATE = "x-date";
  static final String DATE = "date";

  private static final int MAX_NAMES = 32;

  static SignedHeaders read(String list, SignableRequest request)
      throws UnreadableSignatureException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String spelled : list.split(" ", -1)) {
      String name = spelled.toLowerCase(Locale.ROOT);
      check(name);
      if (lines.putIfAbsent(name, value(name, request)) != null) {
        throw malformed("Authorization: headers names a header twice");
      }
      if (lines.size() > MAX_NAMES) {
        throw malformed("Authorization: headers has more than " + MAX_NAMES + " names");
      }
    }
    return new SignedHeaders(lines, signedAt(lines, request));
  }

  private static void check(String name) throws UnreadableSignatureException {
    if (!Tokens.isToken(name)) {
      throw malformed("Authorization: headers is a list of header names, separated by one space");
    }
    if (name.equals(HmacAuthorization.NAME)) {
      throw malformed("Authorization: headers must not name Authorization, which holds the MAC");
    }
  }

  private static String value(String name, SignableRequest request)
      throws UnreadableSignatureException {
    boolean isHost = name.equals("host") && request.headers().values(name).size() <= 1;
    if (isHost && !request.authority().isEmpty() && Tokens.isVisibleAscii(request.authority())) {
      return request.authority();
    }
    return SingleHeader.required(request.headers(), name);
  }

  /**
   * A date that nobody signed says nothing: a captured request could be given a new one. So {@code
   * Date} counts only where there is no {@code X-Date} beside it.
   */
  private static Instant signedAt(Map<String, String> lines, SignableRequest request)
      throws UnreadableSignatureException {
    String name = request.headers().contains(X_DATE) ? X_DATE : DATE;
    String date = lines.get(name);
    if (date == null) {
      throw malformed("X-Date (or Date, without an X-Date) is needed and must be signed");
    }
    return HttpDate.parse(date)
        .orElseThrow(() -> malformed(name + " has a form such as Thu, 11 Mar 2021 08:29:58 GMT"));
  }

  /** The names only: values may be credentials. */
  @Override
  public String toString() {
    return "SignedHeaders" + lines.keySet();
  }
}
