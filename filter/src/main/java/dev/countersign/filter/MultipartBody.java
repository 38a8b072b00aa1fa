package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.body.LimitedBody;
import dev.countersign.filter.body.Spool;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemHeaders;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadContentTypeException;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart body apart. The only class that knows the library which does that. All parts
 * lie in one spool, in memory or in one file without a name; so the threshold of the servlet's
 * configuration, at which a part becomes a file, has nothing to decide. Used by one thread.
 */
final class MultipartBody {

  private static final int MAX_PART_HEADERS = 4096;
  private static final int BUFFER = 8192;

  private final LimitedBody body;
  private final BodyStreams streams;
  private final BodyCharset charset;
  private final int partLimit;
  private final Path temporary;

  /**
   * With the context's temporary directory, to which a relative location of the configuration
   * belongs.
   */
  MultipartBody(
      LimitedBody body, BodyStreams streams, BodyCharset charset, int partLimit, Path temporary) {
    this.body = body;
    this.streams = streams;
    this.charset = charset;
    this.partLimit = partLimit;
    this.temporary = temporary;
  }

  /** The parts in their order; those without a file name are added to the fields. */
  List<Part> parse(
      MultipartConfigElement config, @Nullable String contentType, BodyParameters fields)
      throws IOException, ServletException {
    try {
      return proved(
          config, new MultipartSource(contentType, body.length(), charset, streams), fields);
    } catch (FileUploadSizeException e) {
      throw new UnreadableFormException(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
    } catch (FileUploadContentTypeException e) {
      // To ask for the parts of anything else is the application's mistake, not the caller's.
      throw new ServletException(MediaType.of(contentType).beginsAsFormData() ? malformed(e) : e);
    } catch (InvalidPathException e) {
      throw new ServletException(malformed(e));
    } catch (FileUploadException | IndexOutOfBoundsException e) {
      // The latter is how the library fails on a multipart body inside a part that ends early.
      throw new IOException(malformed(e));
    }
  }

  /**
   * Before the container is asked about parts: it must find its stream at the end, as it does where
   * a body was proved before.
   */
  void takeFromContainer(@Nullable String contentType) throws IOException {
    if (MediaType.of(contentType).beginsAsFormData()) {
      streams.takeFromContainer(body);
    }
  }

  /** Inside of what containers throw, so that the filter can tell whose fault it was. */
  private static UnreadableFormException malformed(Exception e) {
    return new UnreadableFormException(
        Reason.MALFORMED, "the parts cannot be told apart: " + e.getClass().getSimpleName());
  }

  /**
   * What is wrong with the body as a whole goes before what is wrong with its form, and no field is
   * seen before the body is proved.
   */
  private List<Part> proved(
      MultipartConfigElement config, MultipartSource source, BodyParameters fields)
      throws IOException {
    Map<Part, String> texts = new LinkedHashMap<>();
    List<Part> parts;
    try {
      parts = read(config, source, texts);
    } catch (FileUploadContentTypeException nothingWasRead) {
      throw nothingWasRead;
    } catch (IOException | RuntimeException e) {
      streams.proveRest();
      throw e;
    }
    streams.proveRest();
    texts.forEach((part, text) -> fields.add(part.getName(), text));
    return parts;
  }

  private List<Part> read(
      MultipartConfigElement config, MultipartSource source, Map<Part, String> texts)
      throws IOException {
    JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
        new JakartaServletFileUpload<>();
    upload.setMaxSize(config.getMaxRequestSize());
    upload.setMaxFileSize(config.getMaxFileSize());
    upload.setMaxPartHeaderSize(MAX_PART_HEADERS);
    FileItemInputIterator items = upload.getItemIterator(source);
    Spool spool = body.spool(body.length());
    Path location = temporary.resolve(config.getLocation());
    PartFields fields = charset.partFields();
    List<Part> parts = new ArrayList<>();
    long fieldBytes = 0;
    while (items.hasNext()) {
      if (parts.size() == partLimit) {
        throw new UnreadableFormException(Reason.TOO_LARGE, "more than " + partLimit + " parts");
      }
      BodyPart part = read(items.next(), spool, location);
      parts.add(part);
      if (fields.has(part)) {
        fieldBytes += part.getSize();
        texts.put(part, text(part, fields.charset(part), fieldBytes));
      }
    }
    return parts;
  }

  private static BodyPart read(FileItemInput item, Spool spool, Path location) throws IOException {
    long start = spool.length();
    try (InputStream from = item.getInputStream()) {
      byte[] buffer = new byte[BUFFER];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        UnreadableFormException.keep(spool, buffer, read);
      }
    }
    PartHead head =
        new PartHead(
            item.getFieldName(), item.getName(), item.getContentType(), headers(item.getHeaders()));
    return new BodyPart(head, spool, start, spool.length() - start, location);
  }

  private static String text(BodyPart part, Charset charset, long allFields) throws IOException {
    if (allFields > RequestParameters.MAX_FORM) {
      throw new UnreadableFormException(
          Reason.TOO_LARGE, "the fields are larger than " + RequestParameters.MAX_FORM + " bytes");
    }
    try (InputStream from = part.getInputStream()) {
      return new String(from.readAllBytes(), charset);
    }
  }

  private static Map<String, List<String>> headers(FileItemHeaders from) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Iterator<String> names = from.getHeaderNames(); names.hasNext(); ) {
      String name = names.next();
      List<String> values = new ArrayList<>();
      from.getHeaders(name).forEachRemaining(values::add);
      headers.put(name, values);
    }
    return headers;
  }
}
