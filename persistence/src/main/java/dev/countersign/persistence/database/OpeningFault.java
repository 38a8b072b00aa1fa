package dev.countersign.persistence.database;

import dev.countersign.filter.access.Causes;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.sql.SQLException;

/** Why a database could not be opened, in a sentence that says what to do. */
final class OpeningFault {

  /** H2's, with IFEXISTS. */
  private static final String NOT_THERE = "90146";

  /** H2's for a file that another process has locked. */
  private static final String HELD = "90020";

  private OpeningFault() {}

  static RuntimeException explained(Exception e, DatabaseAddress address) {
    return address instanceof DatabaseAddress.Jdbc jdbc ? ofUrl(e, jdbc) : ofServer(e);
  }

  private static RuntimeException ofUrl(Exception e, DatabaseAddress.Jdbc jdbc) {
    if (quotes(e, jdbc.url())) {
      // Without its cause, which is logged, and quotes the whole URL and maybe a password in it.
      return new SettingsException(
          "the driver does not take jdbcUrl "
              + jdbc.place()
              + " with what is set behind it; a path of H2 begins with ./, ~/ or /");
    }
    if (hasState(e, NOT_THERE)) {
      return new SettingsException(
          "there is no database at "
              + jdbc.place()
              + ": correct jdbcUrl, or have it made with schema=migrate (on the command line:"
              + " --schema migrate)",
          e);
    }
    if (hasState(e, HELD)) {
      return new StoreUnavailableException(
          "another process has "
              + jdbc.place()
              + " open, such as the running sample: end it, or work over its console (on the command"
              + " line: --server)",
          e);
    }
    return ofServer(e);
  }

  private static RuntimeException ofServer(Exception e) {
    return SqlErrors.of(e) == SqlErrors.REFUSED
        ? new SettingsException("the database refuses jdbcUser or jdbcPassword", e)
        : new StoreUnavailableException("the database does not answer", e);
  }

  private static boolean quotes(Throwable thrown, String url) {
    return Causes.of(thrown).stream()
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(url));
  }

  private static boolean hasState(Throwable thrown, String state) {
    return Causes.of(thrown).stream()
        .anyMatch(cause -> cause instanceof SQLException sql && state.equals(sql.getSQLState()));
  }
}
