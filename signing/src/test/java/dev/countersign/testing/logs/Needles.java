package dev.countersign.testing.logs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is looked for in logs. Secrets for ever and in any part of them; MACs and what was sent by
 * their beginning, until {@value #GENERATION} to twice as many newer ones are there: a server logs
 * them within the request or not at all. Thread-safe.
 */
final class Needles {

  private static final int GENERATION = 100_000;

  private final LongSet secrets = new LongSet();
  private final LongSet placed = new LongSet();
  private final LongSet known = new LongSet();
  private volatile LongSet recent = new LongSet();
  private volatile LongSet earlier = new LongSet();
  private long passing;

  /** Whether it is new. The text and the base64 and hex of its bytes are looked for. */
  boolean secret(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean isNew = keepAll(text);
    keepAll(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    keepAll(HexFormat.of().formatHex(bytes));
    return isNew;
  }

  /** The key of a MAC: a secret that is text, or bytes derived from one. */
  void key(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      secret(text);
    } else {
      bytes(bytes);
    }
  }

  /** Bytes, looked for as base64 and as hex. */
  void bytes(byte[] bytes) {
    token(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    token(HexFormat.of().formatHex(bytes));
  }

  /** A text that is recognised by how it begins. */
  void token(String text) {
    if (text.length() >= Windows.LENGTH) {
      Windows.find(text.substring(0, Windows.LENGTH), this::pass);
    }
  }

  /** Where one of them begins in the text, or -1. */
  int in(CharSequence text) {
    return Windows.find(text, this::isKept);
  }

  /**
   * The same for logs of servers, which at these levels hold what callers sent, signatures with it.
   * They know no secret, but for one that a caller wrote into a target.
   */
  int inServers(CharSequence text) {
    return Windows.find(
        text, hash -> secrets.contains(hash) && !known.contains(hash) && !placed.contains(hash));
  }

  /** Notes which of them stand in a target, or elsewhere where servers log it rightly. */
  void place(CharSequence text) {
    Windows.find(
        text,
        hash -> {
          if (isKept(hash)) {
            placed.add(hash);
          }
          return false;
        });
  }

  /** No secret, even where an attack tries it as one. */
  void known(String text) {
    Windows.find(
        text,
        hash -> {
          known.add(hash);
          return false;
        });
  }

  private boolean isKept(long hash) {
    return (recent.contains(hash) || earlier.contains(hash) || secrets.contains(hash))
        && !known.contains(hash);
  }

  /** How many MACs and sent values there were. */
  synchronized long passed() {
    return passing;
  }

  private boolean keepAll(String text) {
    boolean[] isNew = new boolean[1];
    Windows.find(
        text,
        hash -> {
          isNew[0] |= secrets.add(hash);
          return false;
        });
    return isNew[0];
  }

  private synchronized boolean pass(long hash) {
    if (!earlier.contains(hash) && recent.add(hash)) {
      passing++;
      if (recent.size() >= GENERATION) {
        earlier = recent;
        recent = new LongSet();
      }
    }
    return true;
  }
}
