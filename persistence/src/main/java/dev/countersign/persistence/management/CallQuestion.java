package dev.countersign.persistence.management;

/**
 * A call that somebody asks about. Immutable.
 *
 * @param applicationId who would call
 * @param environment name of the environment
 * @param method in upper case, such as {@code GET}
 * @param path below the context path, decoded, without a query
 */
public record CallQuestion(String applicationId, String environment, String method, String path) {

  private static final int PATH_LENGTH = 2000;

  /**
   * @throws InvalidArgumentException if method or path could not be one of a request
   */
  public CallQuestion {
    Methods.checkCall(method);
    if (!path.startsWith("/") || path.length() > PATH_LENGTH || !Operations.isPath(path)) {
      throw new InvalidArgumentException(
          "a path is written as the server dispatches on it: below the context path, beginning"
              + " with '/', decoded, without a query, in at most "
              + PATH_LENGTH
              + " characters");
    }
  }
}
