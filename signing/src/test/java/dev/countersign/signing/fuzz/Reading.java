package dev.countersign.signing.fuzz;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A parser of one text, one character per byte, which refuses in the one way of signing. */
@FunctionalInterface
public interface Reading {

  /** Reads it, or says what is wrong. */
  void read(String text) throws UnreadableSignatureException;

  /** The parser behind bytes. */
  static FuzzTarget ofText(Reading reading) {
    return input -> {
      try {
        reading.read(new String(input, StandardCharsets.ISO_8859_1));
        return Set.of("readable");
      } catch (UnreadableSignatureException e) {
        return Set.of(refusal(e));
      }
    };
  }

  /** What it refused for, in general words. */
  static String refusal(UnreadableSignatureException e) {
    return e.kind().name().toLowerCase(Locale.ROOT)
        + ": "
        + Reasons.general(String.valueOf(e.getMessage()));
  }
}
