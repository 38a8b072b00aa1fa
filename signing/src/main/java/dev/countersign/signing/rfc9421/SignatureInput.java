package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.Tokens;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One member of {@code Signature-Input} (RFC 9421 section 4.1).
 *
 * @param components names, in their order
 * @param plain whether no component has a parameter of its own, such as {@code ;bs}
 * @param verbatim components and parameters as sent: the value of {@code @signature-params}
 */
record SignatureInput(
    Set<String> components, boolean plain, Map<String, BareItem> parameters, String verbatim) {

  private static final int MAX_COMPONENTS = 64;

  static SignatureInput read(FieldCursor cursor) throws UnreadableSignatureException {
    int start = cursor.position();
    Set<String> components = new LinkedHashSet<>();
    boolean plain = true;
    cursor.expect('(');
    if (!cursor.takes(')')) {
      do {
        plain &= add(cursor, components);
      } while (cursor.takes(' '));
      cursor.expect(')');
    }
    Map<String, BareItem> parameters = FieldParser.parameters(cursor);
    return new SignatureInput(components, plain, parameters, cursor.since(start));
  }

  private static boolean add(FieldCursor cursor, Set<String> components)
      throws UnreadableSignatureException {
    int start = cursor.position();
    String name = FieldParser.string(cursor);
    boolean plain = FieldParser.parameters(cursor).isEmpty();
    boolean derived = name.startsWith("@");
    if (!Tokens.isLowerCaseToken(derived ? name.substring(1) : name)) {
      throw malformed("Signature-Input: a component is a name in lower case");
    }
    if (!components.add(plain ? name : cursor.since(start))) {
      throw malformed("Signature-Input names a component twice");
    }
    if (components.size() > MAX_COMPONENTS) {
      throw malformed("Signature-Input names more than " + MAX_COMPONENTS + " components");
    }
    return plain;
  }
}
