package dev.countersign.signing.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Explanations without the names of fields, so that one rule has one text. */
final class Reasons {

  /** What a rule says of any field, part, number or version, in the words for one. */
  private static final Map<Pattern, String> RULES = new LinkedHashMap<>();

  static {
    rule("^[^ ]+(?= (is missing|occurs more|is empty|is longer|holds something other))", "a field");
    rule("^[^ ]+(?= (must be (signed|covered)|is the base64|is an instant|has a form))", "a field");
    rule("^.* is not the structured field that it should be: it ", "a structured field ");
    rule("(?<=lacks a )'.+'", "character");
    rule("(?<=Credential: (the|this) )(region|service|day)(?= is (1|not))", "name");
    rule("(?<=must not name )[a-z0-9-]+(?=:)", "a header");
    rule("(?<=Authorization lacks )[A-Za-z]+", "a part");
    rule("(?<=^Authorization: )[a-z]+(?= occurs)", "a part");
    rule("(?<=base64 of )[0-9]+", "so many");
    rule("jdcloud[23]_request", "jdcloud_request");
  }

  private Reasons() {}

  private static void rule(String found, String written) {
    RULES.put(Pattern.compile(found, Pattern.DOTALL), written);
  }

  static String general(String explanation) {
    String text = explanation;
    for (Map.Entry<Pattern, String> rule : RULES.entrySet()) {
      text = rule.getKey().matcher(text).replaceFirst(rule.getValue());
    }
    return text;
  }
}
