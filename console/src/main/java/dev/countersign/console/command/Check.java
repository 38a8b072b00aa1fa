package dev.countersign.console.command;

/**
 * One thing that was looked at.
 *
 * @param detail a sentence, without secrets
 */
record Check(String name, boolean ok, String detail) {

  static Check ok(String name, String detail) {
    return new Check(name, true, detail);
  }

  static Check fail(String name, String detail) {
    return new Check(name, false, detail);
  }
}
