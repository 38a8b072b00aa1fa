package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, form begins-as-form",
    "Application/X-WWW-Form-Urlencoded ;charset=UTF-8, form begins-as-form",
    "application/x-www-form-urlencoded charset=UTF-8, begins-as-form",
    "multipart/form-data; boundary=x, form-data begins-as-form-data begins-as-multipart",
    "' Multipart/Form-Data;boundary=x', form-data begins-as-form-data begins-as-multipart",
    "'multipart/form-data, boundary=x', begins-as-form-data begins-as-multipart",
    "multipart/mixed; boundary=x, begins-as-multipart",
    "multipart, ''",
    "application/json; of=multipart/form-data, ''",
    ", ''"
  })
  void type_isRecognisedExactlyAndByItsBeginning(String contentType, String expected) {
    MediaType type = MediaType.of(contentType);
    List<String> found = new ArrayList<>();
    add(found, type.isForm(), "form");
    add(found, type.beginsAsForm(), "begins-as-form");
    add(found, type.isFormData(), "form-data");
    add(found, type.beginsAsFormData(), "begins-as-form-data");
    add(found, type.beginsAsMultipart(), "begins-as-multipart");
    assertEquals(expected, String.join(" ", found));
  }

  private static void add(List<String> found, boolean holds, String name) {
    if (holds) {
      found.add(name);
    }
  }
}
