package dev.countersign.signing.countersign1;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Headers;
import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The further headers that a caller chose to sign: names in lower case, sorted, each with its one
 * value.
 *
 * @param values by name, white space already in the canonical form
 */
record Countersign1SignedHeaders(SortedMap<String, String> values) {

  private static final int MAX_NAMES = 32;

  /** Reads the list and takes each named header from the request. */
  static Countersign1SignedHeaders read(Headers headers) throws UnreadableSignatureException {
    String list = SingleHeader.orEmpty(headers, Countersign1Headers.SIGNED_HEADERS);
    return list.isEmpty()
        ? new Countersign1SignedHeaders(new TreeMap<>())
        : take(List.of(list.split(";", -1)), headers);
  }

  /** Takes these headers, given in the order of the list. */
  static Countersign1SignedHeaders take(Collection<String> names, Headers headers)
      throws UnreadableSignatureException {
    SortedMap<String, String> values = new TreeMap<>();
    String previous = "";
    for (String name : names) {
      check(name, previous);
      values.put(name, collapsed(SingleHeader.required(headers, name)));
      previous = name;
    }
    if (values.size() > MAX_NAMES) {
      throw malformed("X-App-Signed-Headers lists more than " + MAX_NAMES + " names");
    }
    return new Countersign1SignedHeaders(values);
  }

  private static void check(String name, String previous) throws UnreadableSignatureException {
    if (!Tokens.isLowerCaseToken(name)) {
      throw malformed(
          "X-App-Signed-Headers is a list of header names in lower case, joined by ';'");
    }
    if (name.compareTo(previous) <= 0) {
      throw malformed("X-App-Signed-Headers is sorted and names each header once");
    }
    if (Countersign1Headers.UNSIGNABLE.contains(name)) {
      throw malformed(
          "X-App-Signed-Headers must not name "
              + name
              + ": it is signed anyway, or changes on its way");
    }
  }

  /**
   * Outer white space removed and inner runs of SP and HTAB as one SP: some servers collapse them
   * before any filter.
   */
  static String collapsed(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean gap = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        gap = out.length() > 0;
        continue;
      }
      out.append(gap ? " " : "").append(c);
      gap = false;
    }
    return out.toString();
  }

  String list() {
    return String.join(";", values.keySet());
  }

  Iterable<Map.Entry<String, String>> lines() {
    return values.entrySet();
  }

  /** The names only: values may be credentials. */
  @Override
  public String toString() {
    return list();
  }
}
