package dev.countersign.console.command;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of {@code apply}: YAML, and JSON, which is YAML too. */
final class WantedFile {

  private static final YAMLMapper MAPPER = mapper();

  private WantedFile() {}

  /** A list has no empty entries. */
  private static YAMLMapper mapper() {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    return mapper;
  }

  /**
   * @throws CommandFault if it cannot be read, or says what is not known
   */
  static Wanted read(String name) {
    String text = GivenFile.text(name);
    FileLines lines = FileLines.of(name, text);
    if (lines.areNone()) {
      throw lines.fault("", "the file is empty");
    }
    try {
      Wanted wanted = MAPPER.readValue(text, Wanted.class);
      if (wanted == null) {
        throw lines.fault("", "the file declares nothing");
      }
      WantedRules.check(wanted, lines);
      return wanted;
    } catch (UnrecognizedPropertyException e) {
      throw lines.fault(pointer(e), e.getPropertyName() + " is no member that is known here");
    } catch (JsonMappingException e) {
      throw lines.fault(pointer(e), "this has not the shape that docs/cli.md describes");
    } catch (JsonProcessingException e) {
      throw lines.fault("", "this is no YAML or JSON");
    }
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      String name = step.getFieldName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  /** As a JSON pointer has it (RFC 6901, section 3). */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
