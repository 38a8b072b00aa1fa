package dev.countersign.filter;

import dev.countersign.signing.ContentDigest;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/** Each way in which a servlet can look at its request. */
final class EchoSteps {

  private EchoSteps() {}

  static void run(String step, HttpServletRequest request, EchoScript script)
      throws IOException, ServletException {
    String[] parts = step.split("=", 2);
    switch (parts[0]) {
      case "head" -> head(request, script);
      case "encoding" -> request.setCharacterEncoding(parts[1]);
      case "charset" -> script.note(request.getCharacterEncoding());
      case "params" -> params(request, script);
      case "param" -> script.note(request.getParameter(parts[1]));
      case "values" -> script.note(Arrays.toString(request.getParameterValues(parts[1])));
      case "open" -> request.getInputStream();
      case "openReader" -> request.getReader();
      case "stream" -> script.note(digest(request.getInputStream().readAllBytes()));
      case "bytes" -> bytes(request, script);
      case "lines" -> lines(request, script);
      case "state" -> state(request, script);
      case "reader" -> reader(request, script);
      case "readerLines" -> request.getReader().lines().forEach(script::note);
      case "parts" -> parts(request, script);
      case "part" -> part(request.getPart(parts[1]), script);
      case "write" -> write(request.getPart(parts[1]), script);
      case "caller" -> caller(request, script);
      case "login" -> request.login("name", "password");
      case "logout" -> request.logout();
      case "authenticate" -> script.note(request.authenticate(null));
      case "upgrade" -> request.upgrade(HttpUpgradeHandler.class);
      case "names" -> script.note(request.getParameterMap().size());
      case "count" -> script.note(request.getParts().size());
      case "fail" -> throw new ArithmeticException("on purpose");
      case "trailers" ->
          script.note(request.isTrailerFieldsReady() + " " + request.getTrailerFields());
      default -> throw new AssertionError(step);
    }
  }

  private static void head(HttpServletRequest request, EchoScript script) {
    script.note(request.getMethod() + " " + request.getPathInfo() + " " + request.getQueryString());
    script.note(
        request.getContentType()
            + " "
            + request.getContentLength()
            + " "
            + request.getContentLengthLong());
    script.note(
        request.getDispatcherType()
            + " "
            + request.isAsyncStarted()
            + " "
            + request.isAsyncSupported());
    Collections.list(request.getHeaderNames())
        .forEach(name -> script.note(name + ": " + Collections.list(request.getHeaders(name))));
  }

  private static void params(HttpServletRequest request, EchoScript script) {
    for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
      script.note(each.getKey() + " -> " + Arrays.toString(each.getValue()));
    }
    script.note(Collections.list(request.getParameterNames()));
    script.note(request.getParameter("a") + " " + Arrays.toString(request.getParameterValues("a")));
    script.note(
        request.getParameter("none") + " " + Arrays.toString(request.getParameterValues("none")));
  }

  private static void bytes(HttpServletRequest request, EchoScript script) throws IOException {
    ServletInputStream in = request.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      bytes.write(read);
    }
    script.note(
        digest(bytes.toByteArray())
            + " "
            + in.read()
            + " "
            + in.read(new byte[5])
            + " "
            + in.isFinished());
  }

  private static void lines(HttpServletRequest request, EchoScript script) throws IOException {
    ServletInputStream in = request.getInputStream();
    byte[] line = new byte[7];
    for (int read = in.readLine(line, 0, line.length);
        read >= 0;
        read = in.readLine(line, 0, line.length)) {
      script.note(digest(Arrays.copyOf(line, read)));
    }
  }

  private static void state(HttpServletRequest request, EchoScript script) throws IOException {
    ServletInputStream in = request.getInputStream();
    script.note(
        in.read(new byte[3]) + " " + in.skip(2) + " " + in.isFinished() + " " + in.isReady());
  }

  private static void reader(HttpServletRequest request, EchoScript script) throws IOException {
    BufferedReader reader = request.getReader();
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    script.note(text + " " + (reader == request.getReader()));
  }

  private static void parts(HttpServletRequest request, EchoScript script)
      throws IOException, ServletException {
    for (Part part : request.getParts()) {
      part(part, script);
    }
  }

  private static void part(Part part, EchoScript script) throws IOException {
    if (part == null) {
      script.note("no such part");
      return;
    }
    script.note(
        part.getName() + " | " + part.getSubmittedFileName() + " | " + part.getContentType());
    for (String header : part.getHeaderNames()) {
      script.note(header + ": " + part.getHeader(header) + " " + part.getHeaders(header));
    }
    script.note(
        part.getHeader("CONTENT-DISPOSITION")
            + " "
            + part.getHeader("x")
            + " "
            + part.getHeaders("x"));
    script.note(part.getSize() + " " + digest(part.getInputStream().readAllBytes()));
  }

  private static void write(Part part, EchoScript script) throws IOException {
    if (part == null) {
      script.note("no such part");
      return;
    }
    Path file = Files.createTempFile("part", ".bin");
    try {
      part.write(file.toString());
      script.note(digest(Files.readAllBytes(file)));
      part.delete();
    } finally {
      Files.delete(file);
    }
  }

  private static void caller(HttpServletRequest request, EchoScript script) {
    script.note(
        request.getUserPrincipal().getName()
            + " "
            + request.getRemoteUser()
            + " "
            + request.getAuthType());
    for (String role : new String[] {"reader", "writer", "*", "**", "", null}) {
      script.note(role + " " + request.isUserInRole(role));
    }
    script.note(Caller.of(request).orElseThrow() == request.getUserPrincipal());
    script.note(
        Caller.of(new HttpServletRequestWrapper(request)).orElseThrow()
            == request.getUserPrincipal());
  }

  static String digest(byte[] bytes) {
    return bytes.length + " bytes " + ContentDigest.ofBody(bytes).base64();
  }
}
