package dev.countersign.filter;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.filter.body.LimitedBody;
import dev.countersign.filter.body.Limits;
import dev.countersign.filter.body.SpoolArea;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Regression;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first line is the content type, in which "small" makes the limit small; the rest is the body.
 * With "large" in the first line, the first bytes 1 in the body stand for 64 KiB each.
 */
class MultipartFuzzTest {

  private static final FuzzTarget TARGET = MultipartFuzzTest::outcome;

  private static final int MOST_BLOCKS = 40;

  @TempDir static Path directory;

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(MultipartFuzzTest.class, TARGET);
  }

  private static Set<String> outcome(byte[] input) throws Exception {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String type = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    byte[] rest = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    byte[] bytes = type.contains("large") ? enlarged(rest) : rest;
    try (SpoolArea area = SpoolArea.open(Limits.in(directory).body(8 << 20).build());
        LimitedBody body =
            area.body(() -> new ByteArrayInputStream(bytes), bytes.length, System::nanoTime)) {
      body.prove(ContentDigest.ofBody(bytes));
      return Set.of(parsed(body, type));
    }
  }

  private static byte[] enlarged(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int blocks = 0;
    for (byte one : bytes) {
      if (one == 1 && blocks++ < MOST_BLOCKS) {
        all.writeBytes(new byte[64 * 1024]);
      } else {
        all.write(one);
      }
    }
    return all.toByteArray();
  }

  private static String parsed(LimitedBody body, String type) {
    HttpServletRequest request = request(type);
    BodyCharset charset = new BodyCharset(request);
    BodyStreams streams =
        new BodyStreams(
            new VerifiedInputStream(body.open(), body.length(), new ReadEvents(request)), charset);
    int most = type.contains("small") ? 100 : 4 << 20;
    int mostOfOne = type.contains("large") ? most : 2000;
    MultipartConfigElement config = new MultipartConfigElement("", mostOfOne, most, 0);
    try {
      for (Part part :
          new MultipartBody(body, streams, charset, 5, directory)
              .parse(config, type, new BodyParameters(4))) {
        readAll(part);
      }
      return "readable";
    } catch (UnreadableFormException e) {
      return e.reason().code() + ": " + general(e);
    } catch (IOException | ServletException e) {
      return e.getCause() instanceof UnreadableFormException form
          ? form.reason().code() + ": " + general(form)
          : "not multipart: " + e.getClass().getSimpleName();
    }
  }

  private static void readAll(Part part) throws IOException {
    Objects.requireNonNull(part.getName());
    part.getHeaderNames().forEach(part::getHeaders);
    try (InputStream in = part.getInputStream()) {
      in.readAllBytes();
    }
  }

  /** Without the values of the library's messages. */
  private static String general(UnreadableFormException e) {
    return String.valueOf(e.getMessage())
        .replaceAll("[0-9]+", "n")
        .replaceAll("(?s)The field .* exceeds", "A field exceeds");
  }

  /** What the parser asks of a request; anything else it must not. */
  private static HttpServletRequest request(String type) {
    int charset = type.indexOf("charset=");
    String encoding = charset < 0 ? null : type.substring(charset + "charset=".length());
    ServletContext context = proxy(ServletContext.class, method -> null);
    return proxy(
        HttpServletRequest.class,
        method ->
            switch (method) {
              case "getCharacterEncoding" -> encoding;
              case "getServletContext" -> context;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static <T> T proxy(Class<T> type, Function<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }
}
