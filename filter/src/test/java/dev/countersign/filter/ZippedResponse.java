package dev.countersign.filter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Zips an answer from the first byte on, as filters of applications do. */
final class ZippedResponse extends HttpServletResponseWrapper {

  private @Nullable GZIPOutputStream zip;

  ZippedResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (zip == null) {
      setHeader("Content-Encoding", "gzip");
      zip = new GZIPOutputStream(super.getOutputStream());
    }
    return new Zipping(zip);
  }

  /** What is zipped has another length. */
  @Override
  public void setContentLength(int length) {}

  @Override
  public void reset() {
    super.reset();
    zip = null;
  }

  void finish() throws IOException {
    if (zip != null) {
      zip.finish();
    }
  }

  private static final class Zipping extends ServletOutputStream {

    private final GZIPOutputStream zip;

    Zipping(GZIPOutputStream zip) {
      this.zip = zip;
    }

    @Override
    public void write(int b) throws IOException {
      zip.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("not asynchronous");
    }
  }
}
