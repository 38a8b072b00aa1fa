package dev.countersign.console.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Parses a document of JSON or YAML from anybody with an account, in time that grows with its
 * length and no faster: the parser of YAML needs the square of the length of a token, and tokens
 * end with their line; digits are made a number in the square of their count.
 */
final class DocumentParser {

  /** In characters. */
  static final int LONGEST_LINE = 64 * 1024;

  private static final int LONGEST_NUMBER = 1000;
  private static final int LONGEST_NAME = 50_000;
  private static final int DEEPEST = 100;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(LONGEST_NUMBER)
          .maxNameLength(LONGEST_NAME)
          .build();

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(LIMITS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Aliases are not resolved, so that a small text cannot become a large tree. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(LIMITS)
                  .build())
          .build();

  private DocumentParser() {}

  /** What begins with a brace is JSON, and may be one line. */
  static JsonNode parse(String document) {
    boolean json = document.stripLeading().startsWith("{");
    if (!json) {
      refuseLongLines(document);
    }
    try {
      return (json ? JSON : YAML).readTree(document);
    } catch (StreamConstraintsException e) {
      throw RestFault.malformed(
          "a document is at most "
              + DEEPEST
              + " deep, and a number in it has at most "
              + LONGEST_NUMBER
              + " characters, a name "
              + LONGEST_NAME);
    } catch (JsonProcessingException e) {
      throw RestFault.malformed("the document is neither JSON nor YAML, or names a member twice");
    }
  }

  private static void refuseLongLines(String document) {
    int begin = 0;
    for (int at = 0; at < document.length(); at++) {
      char one = document.charAt(at);
      if (one == '\n' || one == '\r') {
        begin = at + 1;
      } else if (at - begin >= LONGEST_LINE) {
        throw RestFault.malformed(
            "a line of YAML has at most "
                + LONGEST_LINE
                + " characters: break the longer one, or send JSON, which begins with a brace");
      }
    }
  }
}
