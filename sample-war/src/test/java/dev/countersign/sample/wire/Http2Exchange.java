package dev.countersign.sample.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.hpack.HPackException;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * One request and its answer. The body is sent as far as the server lets it; when it does not, the
 * answer is looked at, which may come before the end of a body that nobody reads.
 */
final class Http2Exchange {

  private static final Set<String> SAID_OTHERWISE = Set.of("host", "transfer-encoding");
  private static final int TABLE_SIZE = 4096;

  private final Http2Connection connection;
  private final RawRequest request;
  private final byte[] body;
  private final List<RawRequest.Field> trailers;
  private final HPackDecoder decoder = new HPackDecoder(TABLE_SIZE, StandardCharsets.ISO_8859_1);
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private int written;
  private boolean allWritten;
  private boolean ended;
  private int status;

  Http2Exchange(Http2Connection connection, RawRequest request, List<RawRequest.Field> trailers) {
    this.connection = connection;
    this.request = request;
    this.body = request.body();
    this.trailers = List.copyOf(trailers);
  }

  /** Sends so much of the body, runs what is given, and takes the request back. */
  void giveUp(int bytes, Runnable before) throws IOException {
    connection.headers(head(), false);
    connection.data(body, 0, bytes, false);
    before.run();
    connection.reset();
  }

  RawResponse answer() throws IOException {
    allWritten = body.length == 0 && !request.isChunked();
    connection.headers(head(), allWritten);
    while (!ended) {
      if (!allWritten && (connection.window() > 0 || body.length == 0)) {
        writeSome();
      } else {
        read(connection.next());
      }
    }
    return RawResponse.of(status, headers, content.toByteArray());
  }

  private void writeSome() throws IOException {
    int length = Math.min(connection.window(), body.length - written);
    allWritten = written + length == body.length;
    try {
      connection.data(body, written, length, allWritten && trailers.isEmpty());
      written += length;
      if (allWritten && !trailers.isEmpty()) {
        connection.headers(encoded(trailers), true);
      }
    } catch (SocketException cutOff) {
      // What the server said before is there to be read.
      allWritten = true;
    }
  }

  private ByteBuffer head() throws IOException {
    List<RawRequest.Field> head = new ArrayList<>();
    head.add(new RawRequest.Field(":method", request.method()));
    head.add(new RawRequest.Field(":scheme", "http"));
    head.add(new RawRequest.Field(":authority", request.header("Host").orElseThrow()));
    head.add(new RawRequest.Field(":path", request.target()));
    for (RawRequest.Field field : request.headers()) {
      if (!SAID_OTHERWISE.contains(field.name().toLowerCase(Locale.ROOT))) {
        head.add(field);
      }
    }
    if (request.hasLength() && request.header("Content-Length").isEmpty()) {
      head.add(new RawRequest.Field("content-length", Integer.toString(body.length)));
    }
    return encoded(head);
  }

  private static ByteBuffer encoded(List<RawRequest.Field> fields) throws IOException {
    // Nothing is remembered, so nothing depends on the size of a table.
    HPackEncoder encoder = new HPackEncoder(0, StandardCharsets.ISO_8859_1);
    ByteArrayBuffer block = new ByteArrayBuffer(1024);
    for (RawRequest.Field field : fields) {
      encoder.encodeHeader(block, field.name().toLowerCase(Locale.ROOT), field.value(), false);
    }
    return ByteBuffer.wrap(block.toByteArray());
  }

  private void read(RawFrame frame) throws IOException {
    if (frame.getStreamId() != Http2Connection.STREAM) {
      return;
    }
    if (frame.isType(FrameType.RST_STREAM)) {
      throw new IOException("the stream was reset: " + frame.getPayload().getInt());
    }
    if (frame.isType(FrameType.DATA)) {
      add(frame.getPayloadContent(), content);
      ended = frame.isFlagSet(FrameFlag.END_STREAM);
    } else if (frame.isType(FrameType.HEADERS) || frame.isType(FrameType.CONTINUATION)) {
      add(frame.getPayloadContent(), block);
      // Of a head in several frames the first one says whether anything follows it.
      ended |= frame.isType(FrameType.HEADERS) && frame.isFlagSet(FrameFlag.END_STREAM);
      if (frame.isFlagSet(FrameFlag.END_HEADERS)) {
        readHead();
      }
    }
  }

  private void readHead() throws IOException {
    List<Header> fields = decode();
    block.reset();
    for (Header field : fields) {
      if (field.getName().equals(":status")) {
        status = Integer.parseInt(field.getValue());
      } else {
        headers.merge(field.getName(), field.getValue(), (first, next) -> first + ", " + next);
      }
    }
    if (status < 200) {
      headers.clear();
    }
  }

  private List<Header> decode() throws IOException {
    try {
      return decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray()));
    } catch (HPackException e) {
      throw new IOException(e);
    }
  }

  private static void add(ByteBuffer payload, ByteArrayOutputStream to) {
    if (payload != null) {
      byte[] bytes = new byte[payload.remaining()];
      payload.get(bytes);
      to.writeBytes(bytes);
    }
  }
}
