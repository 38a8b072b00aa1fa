package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of {@code texts.csv}, through the calls that take them, into both databases. */
class TextRulesTest {

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

  static Stream<Arguments> texts() throws IOException {
    try (InputStream file = TextRulesTest.class.getResourceAsStream("texts.csv")) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      List<String[]> rows =
          all.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\\s*\\|\\s*", -1))
              .toList();
      return Arrays.stream(Product.values())
          .flatMap(
              product ->
                  rows.stream().map(row -> Arguments.of(product, row[0], row[1], row[2], row[3])));
    }
  }

  @ParameterizedTest(name = "{0} {1} {4}")
  @MethodSource("texts")
  void text_isTakenOrRefusedWithARule(
      Product product, String kind, String written, String verdict, String why) {
    Site site = Site.on(product);
    String text = read(written);
    if (verdict.equals("ok")) {
      assertDoesNotThrow(() -> write(site, kind, text), why);
    } else {
      InvalidArgumentException refused =
          assertThrows(InvalidArgumentException.class, () -> write(site, kind, text), why);
      assertFalse(refused.getMessage().isBlank());
    }
  }

  private static Object write(Site site, String kind, String text) {
    Management on = site.management();
    return switch (kind) {
      case "name" ->
          on.applications().create(site.asOwner(), NewApplication.of(site.owner.id(), text));
      case "description" ->
          on.applications()
              .create(site.asOwner(), NewApplication.of(site.owner.id(), "shop").describedAs(text));
      case "search" ->
          on.applications().list(site.asOwner(), site.owner.id(), text, Paging.first());
      case "group" -> new NewApiGroup(site.owner.id(), text, "");
      case "environment" -> on.environments().create(Site.OPERATOR, unique(text), "");
      case "actor" -> on.accounts().create(new Actor.Operator(text), "a" + Ids.next());
      case "role" -> GrantTerms.UNLIMITED.withRoles(Set.of(text));
      case "method" ->
          on.apis().define(site.asProvider(), NewApi.of(site.group().id(), text, "/x"));
      case "template" ->
          on.apis().define(site.asProvider(), NewApi.of(site.group().id(), "GET", text));
      case "scheme" -> NewApplication.of(site.owner.id(), "shop").signingWith(Set.of(text));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Environments are shared by all tests. */
  private static String unique(String text) {
    return text.equals("release2") ? text + Ids.next() : text;
  }

  private static String read(String written) {
    String text = UNICODE.matcher(written).replaceAll(TextRulesTest::character);
    int at = text.indexOf('@');
    if (at < 0) {
      return text;
    }
    int length = Integer.parseInt(text.substring(at + 1));
    return text.substring(0, at) + text.substring(at - 1, at).repeat(length - at);
  }

  private static String character(MatchResult escape) {
    char character = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }

  @Test
  void terms_areBoundedAndInOrder() {
    Instant now = Site.START;
    assertThrows(InvalidArgumentException.class, () -> GrantTerms.UNLIMITED.from(now).until(now));
    assertThrows(InvalidArgumentException.class, () -> GrantTerms.UNLIMITED.until(Instant.MAX));
    assertThrows(InvalidArgumentException.class, () -> GrantTerms.UNLIMITED.from(Instant.MIN));
    Set<String> many = new HashSet<>();
    for (int i = 0; i < 33; i++) {
      many.add("role" + i);
    }
    assertThrows(InvalidArgumentException.class, () -> GrantTerms.UNLIMITED.withRoles(many));
    assertTrue(GrantTerms.UNLIMITED.from(now.plusNanos(1)).notBefore().equals(now));
  }

  @Test
  void paging_isBounded() {
    assertThrows(InvalidArgumentException.class, () -> new Paging(0, 0));
    assertThrows(InvalidArgumentException.class, () -> new Paging(0, Paging.MAX_LIMIT + 1));
    assertThrows(InvalidArgumentException.class, () -> new Paging(-1, 1));
    assertThrows(InvalidArgumentException.class, () -> new Paging(Paging.MAX_OFFSET + 1, 1));
  }
}
