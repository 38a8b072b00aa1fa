package dev.countersign.signing.scheme;

import java.util.List;
import java.util.Optional;

/**
 * The schemes that this library speaks. A new scheme is one class, one vector file and one line
 * here.
 */
public final class Schemes {

  private static final List<SignatureScheme> KNOWN = List.of(new Countersign1());

  private Schemes() {}

  /** All schemes, the native one first. */
  public static List<SignatureScheme> known() {
    return KNOWN;
  }

  /** The native scheme, {@code countersign-1}. */
  public static SignatureScheme countersign1() {
    return KNOWN.get(0);
  }

  /** The scheme of this id. */
  public static Optional<SignatureScheme> byId(String id) {
    return KNOWN.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
  }
}
