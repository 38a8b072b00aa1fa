package dev.countersign.signing.rfc9421;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.vectors.OneCharacterChanges;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc9421PropertiesTest {

  private static final int SCRAMBLED_FIELDS = 50_000;
  private static final String SIGNS = "ab(\")=;:,? \t\\@-.*09A\u00e9\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "/orders",
        "x=1",
        "api.example.com",
        "application/json",
        "AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX+GI=",
        "1795300560",
        "orders-app-01",
        "\"orders\""
      })
  void anyCharacterOfASignedPartChanged_isAnotherTextOrUnreadable(String part) throws Exception {
    SignedRow row = SignedRow.accepted().get(2);

    int readable = OneCharacterChanges.assertEachIsAnotherText(row.scheme(), row.request(), part);

    assertTrue(readable >= part.length(), part);
  }

  @Test
  void text_beginsWithAQuote() throws Exception {
    for (SignedRow row : SignedRow.accepted()) {
      VectorRequest request = row.request();
      byte[] text =
          Verification.texts(row.scheme().read(request.signable()), request.bodyBytes())
              .get(0)
              .bytes();
      assertEquals('"', text[0]);
    }
  }

  @Test
  void scrambledFields_areUnreadableOrRead_andNothingElse() {
    Random random = new Random(9421);
    int unreadable = 0;
    for (int i = 0; i < SCRAMBLED_FIELDS; i++) {
      StringBuilder field = new StringBuilder("a=(\"b\");c=1");
      for (int edits = random.nextInt(6); edits >= 0; edits--) {
        field.setCharAt(
            random.nextInt(field.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      try {
        FieldParser.dictionary(new FieldCursor("f", field.toString()), SignatureInput::read);
      } catch (UnreadableSignatureException refused) {
        unreadable++;
      }
    }
    assertTrue(unreadable > SCRAMBLED_FIELDS / 2, unreadable + " unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a",
        "a=",
        "a=(",
        "a=()x",
        "a=();",
        "a=();b=",
        "a=();b=\"",
        "a=();b=:"
      })
  void fieldThatEndsTooEarly_isUnreadable(String field) {
    assertThrows(
        UnreadableSignatureException.class,
        () -> FieldParser.dictionary(new FieldCursor("f", field), SignatureInput::read));
  }

  @Test
  void longFields_areReadInLinearTime() {
    String manyMembers = "a=(),".repeat(100_000);
    String manyComponents = "a=(" + "\"b\" ".repeat(100_000) + ")";
    for (String field : new String[] {manyMembers, manyComponents}) {
      assertThrows(
          UnreadableSignatureException.class,
          () -> FieldParser.dictionary(new FieldCursor("f", field), SignatureInput::read));
    }
  }
}
