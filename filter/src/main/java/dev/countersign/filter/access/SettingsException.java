package dev.countersign.filter.access;

/**
 * A setting is wrong, missing or unknown. The message names the setting, what it takes, and how to
 * cure it.
 */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message that teaches; it must not hold a secret. */
  public SettingsException(String message) {
    super(message);
  }

  /** With the exception below. */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
