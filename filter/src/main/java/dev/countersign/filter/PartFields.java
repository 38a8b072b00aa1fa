package dev.countersign.filter;

import jakarta.servlet.http.Part;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a multipart body are parameters, too, and in which encoding, as the container has
 * it: GlassFish counts files without a name among them, and heeds the encoding that a part names.
 * Used by one thread.
 */
final class PartFields {

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]++)", Pattern.CASE_INSENSITIVE);

  private final BodyCharset charset;
  private final boolean asGlassFish;

  PartFields(BodyCharset charset, boolean asGlassFish) {
    this.charset = charset;
    this.asGlassFish = asGlassFish;
  }

  boolean has(Part part) {
    String fileName = part.getSubmittedFileName();
    return fileName == null || (asGlassFish && fileName.isEmpty());
  }

  Charset charset(Part part) {
    return asGlassFish ? charset.ofPart(named(part.getContentType())) : charset.ofParameters();
  }

  private static @Nullable String named(@Nullable String contentType) {
    Matcher found = CHARSET.matcher(contentType == null ? "" : contentType);
    return found.find() ? found.group(1).toUpperCase(Locale.ROOT) : null;
  }
}
