package dev.countersign.filter;

import java.io.InputStream;
import org.apache.commons.fileupload2.core.RequestContext;
import org.jspecify.annotations.Nullable;

/** What the multipart library wants to know of a request. Only {@link MultipartBody} uses it. */
record MultipartSource(
    @Nullable String contentType, long length, BodyCharset charset, BodyStreams streams)
    implements RequestContext {

  /** Of the headers of parts; never a name that the library would fail on. */
  @Override
  public String getCharacterEncoding() {
    return charset.ofPartHeaders().name();
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public InputStream getInputStream() {
    return streams.rest();
  }

  @Override
  public boolean isMultipartRelated() {
    return false;
  }
}
