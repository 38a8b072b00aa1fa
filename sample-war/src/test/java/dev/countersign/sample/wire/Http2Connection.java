package dev.countersign.sample.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;

/**
 * A connection for one stream, and what concerns all of it: settings, pings, and how much may be
 * sent. Used by one thread, which either writes or reads, so that frames have one order.
 */
final class Http2Connection {

  static final int STREAM = 1;
  static final int LARGEST_FRAME = 16 * 1024;

  private static final int DEFAULT_WINDOW = 65_535;
  private static final int OWN_WINDOW = 16 << 20;
  private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;

  private final InputStream in;
  private final OutputStream out;
  private final FrameInputBuffer received = new FrameInputBuffer(LARGEST_FRAME);
  private final FrameOutputBuffer sent = new FrameOutputBuffer(LARGEST_FRAME);
  private long windowOfAll = DEFAULT_WINDOW;
  private long windowOfStream = DEFAULT_WINDOW;
  private int initialWindow = DEFAULT_WINDOW;
  private boolean settled;

  Http2Connection(Socket socket) throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Says how large answers may be, and waits for what the server says. */
  void settle() throws IOException {
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    write(
        FRAMES.createSettings(
            new H2Setting(H2Param.ENABLE_PUSH, 0),
            new H2Setting(H2Param.INITIAL_WINDOW_SIZE, OWN_WINDOW)));
    write(FRAMES.createWindowUpdate(0, OWN_WINDOW));
    while (!settled) {
      RawFrame frame = next();
      if (frame.getStreamId() == STREAM) {
        throw new IOException("before any request came " + frame);
      }
    }
  }

  /** How many bytes of a body may be sent. */
  int window() {
    return (int) Math.min(LARGEST_FRAME, Math.min(windowOfAll, windowOfStream));
  }

  void headers(ByteBuffer block, boolean last) throws IOException {
    write(FRAMES.createHeaders(STREAM, block, true, last));
  }

  void data(byte[] body, int offset, int length, boolean last) throws IOException {
    windowOfAll -= length;
    windowOfStream -= length;
    write(FRAMES.createData(STREAM, ByteBuffer.wrap(body, offset, length), last));
  }

  /** Gives the stream up, as a caller does who wants no answer any more. */
  void reset() throws IOException {
    write(FRAMES.createResetStream(STREAM, H2Error.CANCEL));
  }

  private void write(RawFrame frame) throws IOException {
    sent.write(frame, out);
    out.flush();
  }

  /** The next frame; what it means for the connection is done. */
  RawFrame next() throws IOException {
    RawFrame frame = received.read(in);
    if (frame == null) {
      throw new EOFException("the server ended the connection");
    }
    if (frame.isType(FrameType.WINDOW_UPDATE)) {
      widen(frame.getStreamId(), frame.getPayload().getInt());
    } else if (frame.isType(FrameType.GOAWAY)) {
      throw new IOException("the server goes away: " + text(frame));
    } else if (frame.isType(FrameType.PING) && !frame.isFlagSet(FrameFlag.ACK)) {
      write(FRAMES.createPingAck(frame.getPayload()));
    } else if (frame.isType(FrameType.SETTINGS) && !frame.isFlagSet(FrameFlag.ACK)) {
      apply(frame.getPayload());
      write(FRAMES.createSettingsAck());
      settled = true;
    }
    return frame;
  }

  private static String text(RawFrame frame) {
    return StandardCharsets.ISO_8859_1.decode(frame.getPayload()).toString().strip();
  }

  private void widen(int stream, int bytes) {
    if (stream == 0) {
      windowOfAll += bytes;
    } else {
      windowOfStream += bytes;
    }
  }

  private void apply(ByteBuffer settings) {
    while (settings != null && settings.hasRemaining()) {
      int parameter = settings.getShort();
      int value = settings.getInt();
      if (parameter == H2Param.INITIAL_WINDOW_SIZE.getCode()) {
        windowOfStream += value - initialWindow;
        initialWindow = value;
      }
    }
  }
}
