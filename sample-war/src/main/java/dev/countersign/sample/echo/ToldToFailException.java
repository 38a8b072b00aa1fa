package dev.countersign.sample.echo;

import jakarta.servlet.ServletException;

/** Thrown because the path asked for it; {@code web.xml} has an error page for it. */
public final class ToldToFailException extends ServletException {

  private static final long serialVersionUID = 1L;

  ToldToFailException() {
    super("told to fail after reading");
  }
}
