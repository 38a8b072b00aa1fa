package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Nobody learns from an answer which app keys exist, under any scheme: whoever is not proved is
 * answered with the same bytes, and his connection is treated in the same way.
 */
@ExtendWith(Sites.Extension.class)
class NoOracleIT {

  private static final String CALLS = "/attack/no-oracle.csv";
  private static final String UNKNOWN_KEY = "ak-that-nobody-was-given";
  private static final String WRONG_SECRET = "not-the-secret-of-anybody";

  private final List<Site> sites;

  NoOracleIT(Sites sites) {
    this.sites = List.of(sites.of(SiteKind.EVERY_FORM), sites.of(SiteKind.EVERY_FORM_AS_TENCENT));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(resources = CALLS, delimiter = '|', numLinesToSkip = 1)
  void whoeverIsNotProved_isToldTheSame(ArgumentsAccessor row) {
    OracleCall call = OracleCall.of(row);
    for (Site site : sites) {
      long before = site.invocations();
      Application known = site.application("every-scheme");
      WholeAnswer expected = call.answerTo(known.withSecret(WRONG_SECRET), site);
      assertTrue(expected.text().startsWith("HTTP/1.1 401 "), expected::text);
      unproved(call, site)
          .forEach((who, caller) -> assertEquals(expected, call.answerTo(caller, site), who));
      assertEquals(before + 1, site.invocations(), "a servlet was invoked");
      String proved = call.answerTo(known, site).text();
      // Else all would be the same because the call itself is wrong.
      assertEquals(call.isReadable(), proved.startsWith("HTTP/1.1 200 "), proved);
    }
  }

  /** Whoever is proved is no stranger. */
  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(resources = CALLS, delimiter = '|', numLinesToSkip = 1)
  void disabledApplicationThatSignedWell_isToldSo_unlessTheBodyIsReadFirst(ArgumentsAccessor row) {
    OracleCall call = OracleCall.of(row);
    for (Site site : sites) {
      Application disabled = site.application("disabled");
      WholeAnswer stranger = call.answerTo(disabled.withSecret(WRONG_SECRET), site);
      WholeAnswer told = call.answerTo(disabled, site);
      assertTrue(told.text().startsWith("HTTP/1.1 4"), told::text);
      assertEquals(call.isReadFirst(), told.equals(stranger), told::text);
    }
  }

  /** Nor from how much may be sent. */
  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(resources = CALLS, delimiter = '|', numLinesToSkip = 1)
  void whoeverAnnouncesTooMuch_isToldTheSame(ArgumentsAccessor row) {
    OracleCall call = OracleCall.of(row);
    for (Site site : sites) {
      Application known = site.application("every-scheme").withSecret(WRONG_SECRET);
      String expected = call.answerToALongBody(known, site);
      String status = call.isHeld() ? "HTTP/1.1 413 " : "HTTP/1.1 401 ";
      assertTrue(expected.startsWith(status), expected);
      assertEquals(expected, call.answerToALongBody(known.withAppKey(UNKNOWN_KEY), site));
      Application disabled = site.application("disabled").withSecret(WRONG_SECRET);
      assertEquals(expected, call.answerToALongBody(disabled, site));
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(resources = CALLS, delimiter = '|', numLinesToSkip = 1)
  void keyOfAnOddForm_isToldTheSame_whetherItBeginsLikeAKnownOneOrNot(ArgumentsAccessor row) {
    OracleCall call = OracleCall.of(row);
    for (Site site : sites) {
      Application known = site.application("every-scheme");
      for (String odd : List.of("!", ".", "~", "n".repeat(128))) {
        WholeAnswer expected = call.answerTo(known.withAppKey(UNKNOWN_KEY + odd), site);
        assertTrue(expected.text().startsWith("HTTP/1.1 4"), expected::text);
        assertEquals(expected, call.answerTo(known.withAppKey(known.appKey() + odd), site), odd);
      }
    }
  }

  /** Who they are, and with what they sign. */
  private static Map<String, Application> unproved(OracleCall call, Site site) {
    Map<String, Application> callers = new LinkedHashMap<>();
    Application known = site.application("every-scheme");
    callers.put("unknown key", known.withAppKey(UNKNOWN_KEY));
    callers.put("unknown key, as short as can be", known.withAppKey("nobod"));
    callers.put("unknown key, as long as can be", known.withAppKey("n".repeat(128)));
    callers.put("key in other letters", known.withAppKey(otherLetters(known.appKey())));
    for (String name : List.of("disabled", "echo", "no-grant", "expired")) {
      Application one = site.application(name);
      callers.put(name + ", wrong secret", one.withSecret(WRONG_SECRET));
      if (call.isReadFirst()) {
        callers.put(name + ", right secret", one);
      }
    }
    if (!call.isReadable()) {
      callers.put("every-scheme, right secret", known);
    }
    return callers;
  }

  private static String otherLetters(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return upper.equals(key) ? key.toLowerCase(Locale.ROOT) : upper;
  }
}
