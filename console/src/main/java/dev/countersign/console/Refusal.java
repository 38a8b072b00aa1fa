package dev.countersign.console;

import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Problems;

/** A request that the console refuses. Its detail is for the caller and quotes nothing he sent. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal malformed(String detail) {
    return new Refusal(400, "malformed", detail);
  }

  static Refusal forbidden(String code, String detail) {
    return new Refusal(403, code, detail);
  }

  Answer answer() {
    return Problems.answer(status, code, String.valueOf(getMessage()));
  }
}
