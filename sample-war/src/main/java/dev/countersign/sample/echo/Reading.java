package dev.countersign.sample.echo;

import dev.countersign.sample.answer.Digests;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** One way to read a body in the thread that was given. Stateless. */
@FunctionalInterface
interface Reading {

  /** All of them, by the name that a path gives them. */
  Map<String, Reading> BY_NAME =
      Map.of(
          "stream", Reading::stream,
          "bytes", Reading::byteByByte,
          "lines", Reading::lines,
          "reader", Reading::reader,
          "parameters", Reading::parameters,
          "parts", Reading::parts,
          "part", Reading::part,
          "nothing", (request, sight) -> {});

  /** The one of that name, which there must be. */
  static Reading named(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name);
  }

  /** Reads, and adds what it saw. */
  void read(HttpServletRequest request, Sight sight) throws IOException, ServletException;

  private static void stream(HttpServletRequest request, Sight sight) throws IOException {
    sight.body(Digests.of(request.getInputStream()));
    sight.withParameters();
  }

  private static void byteByByte(HttpServletRequest request, Sight sight) throws IOException {
    InputStream in = request.getInputStream();
    Digests digests = new Digests();
    for (int b = in.read(); b >= 0; b = in.read()) {
      digests.add(new byte[] {(byte) b}, 1);
    }
    sight.body(digests.summary());
    sight.withParameters();
  }

  private static void lines(HttpServletRequest request, Sight sight) throws IOException {
    ServletInputStream in = request.getInputStream();
    Digests digests = new Digests();
    byte[] line = new byte[100];
    int lines = 0;
    for (int n = in.readLine(line, 0, line.length); n >= 0; n = in.readLine(line, 0, line.length)) {
      digests.add(line, n);
      lines++;
    }
    sight.put("lines", lines);
    sight.body(digests.summary());
    sight.withParameters();
  }

  private static void reader(HttpServletRequest request, Sight sight) throws IOException {
    StringBuilder text = new StringBuilder();
    Reader reader = request.getReader();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }
    sight.put("text", text.toString());
    byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
    Digests digests = new Digests();
    digests.add(utf8, utf8.length);
    sight.body(digests.summary());
    sight.withParameters();
  }

  /** Parameters first, then whatever the stream still has. */
  private static void parameters(HttpServletRequest request, Sight sight) throws IOException {
    sight.withParameters();
    sight.body(Digests.of(request.getInputStream()));
  }

  private static void parts(HttpServletRequest request, Sight sight)
      throws ServletException, IOException {
    sight.withParameters();
    for (Part part : request.getParts()) {
      sight.part(part);
    }
  }

  private static void part(HttpServletRequest request, Sight sight)
      throws ServletException, IOException {
    sight.withParameters();
    Part file = request.getPart("file");
    if (file != null) {
      sight.part(file);
    }
    sight.put("another", request.getPart("no-such-part"));
  }
}
