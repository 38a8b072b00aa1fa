package dev.countersign.sample.transparency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What came of one request: an answer, silence, or a broken connection, which are never the same.
 *
 * @param word the status, or {@link #SILENCE} or {@link #BROKEN}
 * @param seen all that is compared
 * @param account which part of the body the servlet says that it has seen
 */
record Outcome(String word, String seen, Account account) {

  static final String SILENCE = "silence";
  static final String BROKEN = "broken";

  private static final Pattern EXCEPTION_ALONE =
      Pattern.compile(
          "<b>exception</b> <pre>java\\.lang\\.IllegalStateException</pre></p><p><b>note");

  /** Which part of a body a servlet says that it has seen. */
  enum Account {
    /** It says nothing of a body. */
    NONE,
    /** It has seen another body than was sent, or less of it. */
    NOT_ALL,
    /** It has seen exactly what was sent. */
    WHOLE
  }

  static Outcome of(RawResponse answer, RawRequest request, Site site) {
    String announced = answer.headers().get("Content-Length");
    int length = answer.text().getBytes(StandardCharsets.UTF_8).length;
    if (announced != null && Integer.parseInt(announced) > length) {
      return new Outcome(BROKEN, BROKEN + " within the answer", Account.NONE);
    }
    return new Outcome("" + answer.status(), Seen.of(answer, site), account(answer, request));
  }

  static Outcome of(UncheckedIOException none) {
    String word = isSilence(none) ? SILENCE : BROKEN;
    return new Outcome(word, word, Account.NONE);
  }

  static boolean isSilence(UncheckedIOException none) {
    return none.getCause() instanceof SocketTimeoutException;
  }

  /**
   * The right answer by construction, whatever the server gives: the servlet has seen all, or has
   * left the answer to the server.
   */
  boolean isGood(Cell cell) {
    Account right = cell.isAnsweredByTheServer() ? Account.NONE : Account.WHOLE;
    return account == right && word.equals("" + cell.status());
  }

  /**
   * A status and nothing else, or GlassFish's page about an exception without a message: those of
   * the filter and of the servlets have one.
   */
  boolean isOfTheServer() {
    return account == Account.NONE && (seen.endsWith("\n") || EXCEPTION_ALONE.matcher(seen).find());
  }

  private static Account account(RawResponse answer, RawRequest request) {
    if (!answer.text().startsWith("{")) {
      return Account.NONE;
    }
    JsonNode json = answer.json();
    JsonNode body = (json.has("before") ? json.path("before") : json).path("body");
    if (body.isMissingNode()) {
      return Account.NONE;
    }
    boolean all =
        body.path("length").asLong() == request.body().length
            && body.path("sha256").asText().equals(sha256(request.body()));
    return all ? Account.WHOLE : Account.NOT_ALL;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
