package dev.countersign.console.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command.
 *
 * @param out its results
 * @param err progress, questions and faults
 * @param in answers to questions
 * @param environment variables by name
 * @param password asks for one without showing it; {@code null} where nobody can be asked
 * @param clock the time
 * @param attended whether somebody sits before it
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    BufferedReader in,
    UnaryOperator<@Nullable String> environment,
    Supplier<@Nullable String> password,
    InstantSource clock,
    boolean attended) {

  /** That of this process. */
  @SuppressWarnings("SystemOut")
  static Terminal ofProcess() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System::getenv,
        Terminal::ask,
        InstantSource.system(),
        isTerminal(System.console()));
  }

  /** Only later versions of Java can ask a console, and only they have one that is no terminal. */
  private static boolean isTerminal(@Nullable Console console) {
    try {
      return console != null
          && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Later versions of Java have a console even where nobody sits at one; it then reads nothing. */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String ask() {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password: ");
    return typed == null ? null : new String(typed);
  }

  /** Whether a question is answered with yes; no answer is no. */
  boolean confirm(String question) {
    err.print(question + " [y/N] ");
    err.flush();
    try {
      String line = in.readLine();
      return line != null && (line.strip().equals("y") || line.strip().equals("yes"));
    } catch (IOException e) {
      return false;
    }
  }

  /** A variable that is set and not empty, or {@code null}. */
  @Nullable String variable(String name) {
    String value = environment.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
