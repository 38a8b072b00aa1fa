package dev.countersign.console.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of {@code apply}: YAML, and JSON, which is YAML too. */
final class WantedFile {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WantedFile() {}

  /**
   * @throws CommandFault if it cannot be read, or says what is not known
   */
  static Wanted read(String name) {
    String text = GivenFile.text(name);
    try {
      Wanted wanted = MAPPER.readValue(text, Wanted.class);
      if (wanted == null) {
        throw CommandFault.usage("the file is empty");
      }
      return wanted;
    } catch (UnrecognizedPropertyException e) {
      throw fault(name, e, "unknown member " + e.getPropertyName());
    } catch (JsonProcessingException e) {
      throw fault(name, e, "this is no YAML or JSON of the shape that docs/cli.md describes");
    }
  }

  private static CommandFault fault(String name, JsonProcessingException e, String sentence) {
    JsonLocation place = e.getLocation();
    String line = place == null ? "" : ", line " + place.getLineNr();
    return CommandFault.usage(Output.safe(name + line + ": " + sentence));
  }
}
