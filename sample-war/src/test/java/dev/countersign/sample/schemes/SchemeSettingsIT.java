package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.signing.registry.Schemes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One request before two filters that differ in one setting: every option, off and on. */
@ExtendWith(SchemeSites.Extension.class)
class SchemeSettingsIT {

  private final Rooms rooms;

  SchemeSettingsIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  record Row(int number, JsonNode json) {

    String text(String name) {
      return json.required(name).textValue();
    }

    String setting() {
      return text("setting").split("=", 2)[0];
    }

    /** What stands behind the name of the setting. */
    String value() {
      return text("setting").split("=", 2)[1];
    }

    String room(boolean on) {
      return "settings-" + number + (on ? "-on" : "-off");
    }

    Map<String, String> settings(boolean on) {
      Map<String, String> settings = new TreeMap<>(Map.of("schemes", text("scheme")));
      for (Map.Entry<String, JsonNode> each : json.path("both").properties()) {
        settings.put(each.getKey(), each.getValue().textValue());
      }
      if (on) {
        settings.put(setting(), value());
      }
      return settings;
    }

    @Override
    public String toString() {
      return text("sentence");
    }
  }

  static List<Row> rows() {
    try (InputStream in =
        Objects.requireNonNull(
            SchemeSettingsIT.class.getResourceAsStream("/schemes/settings.json"))) {
      List<Row> rows = new ArrayList<>();
      for (JsonNode row : new ObjectMapper().readTree(in)) {
        rows.add(new Row(rows.size(), row));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Map<String, String>> rooms() {
    Map<String, Map<String, String>> rooms = new HashMap<>();
    for (Row row : rows()) {
      rooms.put(row.room(false), row.settings(false));
      rooms.put(row.room(true), row.settings(true));
    }
    return rooms;
  }

  @Test
  void everyOptionOfEveryScheme_hasItsRow() {
    Set<String> known =
        Schemes.known().stream()
            .flatMap(
                scheme ->
                    scheme.options().stream().map(option -> scheme.id() + '.' + option.name()))
            .collect(Collectors.toSet());
    Set<String> tested =
        rows().stream()
            .filter(row -> row.setting().equals("schemeOptions"))
            .map(row -> row.value().split("=", 2)[0])
            .collect(Collectors.toSet());
    assertEquals(known, tested);
    assertTrue(
        rows().stream()
            .map(Row::setting)
            .collect(Collectors.toSet())
            .containsAll(Set.of("replay", "foreignClockSkew")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void request_isAnsweredAsTheSettingSays(Row row) {
    assertEquals(row.text("off"), outcome(row, row.room(false)), "without the setting");
    assertEquals(row.text("on"), outcome(row, row.room(true)), "with the setting");
  }

  /** Of the last of the row's requests; the ones before must be admitted. */
  private String outcome(Row row, String room) {
    List<String> outcomes =
        new SettingRequests(rooms, room)
            .named(row.text("request")).stream().map(this::outcome).toList();
    List<String> first = outcomes.subList(0, outcomes.size() - 1);
    assertTrue(first.stream().allMatch("200"::equals), outcomes::toString);
    return outcomes.get(outcomes.size() - 1);
  }

  private String outcome(RawRequest request) {
    return Rooms.outcome(rooms.send(request));
  }
}
