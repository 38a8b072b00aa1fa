package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where each scheme has the instant of signing, and how to write another there. */
enum DateForm {
  AWS4("X-Amz-Date", "\\d{8}T\\d{6}Z", "yyyyMMdd'T'HHmmss'Z'"),
  JDCLOUD("X-Jdcloud-Date", "\\d{8}T\\d{6}Z", "yyyyMMdd'T'HHmmss'Z'"),
  TENCENT("X-Date", ".+", "EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
  TENCENT_DATE("Date", ".+", "EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
  ALIYUN("X-Ca-Timestamp", "\\d{13}", ""),
  RFC9421("Signature-Input", "(?<=;created=)\\d+", "");

  private final String header;
  private final Pattern instant;
  private final String form;

  DateForm(String header, String instant, String form) {
    this.header = header;
    this.instant = Pattern.compile(instant);
    this.form = form;
  }

  /** The signed request with an instant that lies elsewhere. */
  static RawRequest shifted(String scheme, RawRequest signed, Duration by) {
    for (DateForm one : values()) {
      boolean same = one.name().startsWith(scheme.toUpperCase(Locale.ROOT));
      if (same && signed.header(one.header).isPresent()) {
        return signed.set(one.header, one.shifted(signed.header(one.header).orElseThrow(), by));
      }
      if (same && signed.target().contains(one.header + "=")) {
        return signed.target(one.shifted(signed.target(), by));
      }
    }
    throw new AssertionError("no instant of signing in " + signed.headers());
  }

  private String shifted(String text, Duration by) {
    UnaryOperator<String> later = then -> written(parsed(then).plus(by), then);
    Matcher matcher = instant.matcher(text);
    String changed = matcher.replaceFirst((MatchResult found) -> later.apply(found.group()));
    if (changed.equals(text)) {
      throw new AssertionError("no instant of signing in " + text);
    }
    return changed;
  }

  private Instant parsed(String text) {
    if (form.isEmpty()) {
      long number = Long.parseLong(text);
      return text.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
    return Instant.from(formatter().parse(text));
  }

  private String written(Instant instant, String like) {
    if (form.isEmpty()) {
      long number = like.length() == 13 ? instant.toEpochMilli() : instant.getEpochSecond();
      return Long.toString(number);
    }
    return formatter().format(instant);
  }

  private DateTimeFormatter formatter() {
    return DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
