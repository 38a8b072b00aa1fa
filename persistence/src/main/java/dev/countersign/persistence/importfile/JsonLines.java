package dev.countersign.persistence.importfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON: one array with an object per application. */
final class JsonLines {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final ImportFile.Reading reading;

  JsonLines(ImportFile.Reading reading) {
    this.reading = reading;
  }

  void read(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      try {
        file(json);
      } catch (IOException e) {
        // Not its message, which quotes the text.
        reading.errors.add(new Place(json.currentLocation().getLineNr(), 0), "this is not JSON");
      }
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
  }

  private void file(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      reading.errors.add(new Place(line(json), 0), "the file is one array of objects");
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Place place = reading.next(line(json));
      if (place.application() == 0) {
        return;
      }
      new JsonApplication(json, place, reading).read();
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      reading.errors.add(new Place(line(json), 0), "in the array are objects only");
    } else if (json.nextToken() != null) {
      reading.errors.add(new Place(line(json), 0), "nothing follows the array");
    }
  }

  private static int line(JsonParser json) {
    return Math.max(1, json.currentTokenLocation().getLineNr());
  }

  /** One object. */
  private record JsonApplication(JsonParser json, Place place, ImportFile.Reading reading) {

    void read() throws IOException {
      Map<ImportColumn, String> values = new EnumMap<>(ImportColumn.class);
      Set<ImportColumn> missing = EnumSet.allOf(ImportColumn.class);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        ImportColumn column = ImportColumn.titled(json.currentName()).orElse(null);
        json.nextToken();
        Place here = new Place(line(json), place.application());
        String value = value(column);
        if (column == null) {
          reading.errors.add(here, "a member is none of " + ImportColumn.titles());
        } else if (!missing.remove(column)) {
          reading.errors.add(here, column, "the application has this member already");
        } else if (value == null) {
          reading.errors.add(here, column, expected(column));
        } else {
          values.put(column, value);
        }
      }
      missing.stream()
          .filter(ImportColumn::isRequired)
          .forEach(
              column -> reading.errors.add(place, column, "the application lacks this member"));
      reading.add(new ImportLine(place, values));
    }

    private static String expected(ImportColumn column) {
      return column == ImportColumn.SCHEMES
          ? "this is text, or an array of texts without blanks"
          : "this is text, in quotes";
    }

    /** The text at the parser, which goes behind it; {@code null} if there is something else. */
    private @Nullable String value(@Nullable ImportColumn column) throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return json.getText();
      }
      if (column == ImportColumn.SCHEMES && json.currentToken() == JsonToken.START_ARRAY) {
        return words();
      }
      json.skipChildren();
      return null;
    }

    private @Nullable String words() throws IOException {
      StringBuilder words = new StringBuilder();
      boolean right = true;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        boolean word = json.currentToken() == JsonToken.VALUE_STRING;
        String text = word ? json.getText() : "";
        json.skipChildren();
        right &= !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
        words.append(words.isEmpty() ? "" : " ").append(text);
      }
      return right ? words.toString() : null;
    }
  }
}
