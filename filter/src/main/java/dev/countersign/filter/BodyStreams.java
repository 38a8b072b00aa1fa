package dev.countersign.filter;

import dev.countersign.filter.body.LimitedBody;
import jakarta.servlet.ServletInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * The body as bytes or as text, whichever is asked for first and then no longer the other. Used by
 * one thread.
 */
final class BodyStreams {

  private final ServletInputStream stream;
  private final BodyCharset charset;
  private boolean streamUsed;
  private @Nullable BufferedReader reader;

  BodyStreams(ServletInputStream stream, BodyCharset charset) {
    this.stream = stream;
    this.charset = charset;
  }

  ServletInputStream stream() {
    if (reader != null) {
      throw new IllegalStateException("getReader() was called for this request");
    }
    streamUsed = true;
    return stream;
  }

  BufferedReader reader() throws UnsupportedEncodingException {
    if (streamUsed) {
      throw new IllegalStateException("getInputStream() was called for this request");
    }
    if (reader == null) {
      reader = new BufferedReader(new InputStreamReader(stream, charset.ofReader()));
    }
    return reader;
  }

  boolean isReaderUsed() {
    return reader != null;
  }

  /**
   * Whether the application reads the body itself, so that its parameters are no longer looked for.
   */
  boolean isUsed() {
    return streamUsed || reader != null;
  }

  /**
   * What is left of the body, for parameters and parts: as in containers, what they read the stream
   * has no more.
   */
  ServletInputStream rest() {
    if (reader != null) {
      throw new IllegalStateException("getReader() was called for this request");
    }
    return stream;
  }

  /**
   * What was read so far is believed from here on: of a body that still arrives, the rest is read
   * too, for the proof.
   */
  void proveRest() throws IOException {
    if (stream instanceof ArrivingInputStream arriving) {
      arriving.proveRest();
    }
  }

  /** Nothing is left in the container's stream; all can still be read here. */
  void takeFromContainer(LimitedBody body) throws IOException {
    if (stream instanceof ArrivingInputStream arriving) {
      arriving.takeFromContainer(body.spool(body.length()));
    }
  }
}
