package dev.countersign.sample.echo;

import dev.countersign.sample.answer.Digests;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** Ways that differ in how they read the body; all of them in the thread that was given. */
final class BodyWays {

  private BodyWays() {}

  static void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Sight sight = Sight.of(request);
    sight.body(Digests.of(request.getInputStream()));
    JsonAnswer.write(response, 200, sight.withParameters());
  }

  static void byteByByte(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Sight sight = Sight.of(request);
    InputStream in = request.getInputStream();
    Digests digests = new Digests();
    for (int b = in.read(); b >= 0; b = in.read()) {
      digests.add(new byte[] {(byte) b}, 1);
    }
    sight.body(digests.summary());
    JsonAnswer.write(response, 200, sight.withParameters());
  }

  static void reader(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Sight sight = Sight.of(request);
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
    JsonAnswer.write(response, 200, sight.withParameters());
  }

  /** Parameters first, then whatever the stream still has. */
  static void parameters(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Sight sight = Sight.of(request).withParameters();
    sight.body(Digests.of(request.getInputStream()));
    JsonAnswer.write(response, 200, sight);
  }

  static void parts(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Sight sight = Sight.of(request).withParameters();
    for (Part part : request.getParts()) {
      sight.part(part);
    }
    JsonAnswer.write(response, 200, sight);
  }

  /** Here servers differ in whether the query's or the parts' parameters come first. */
  static void partsFirst(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Sight sight = Sight.of(request);
    for (Part part : request.getParts()) {
      sight.part(part);
    }
    sight.put("parameterNames", new TreeSet<>(request.getParameterMap().keySet()));
    JsonAnswer.write(response, 200, sight);
  }

  static void unread(HttpServletRequest request, HttpServletResponse response) throws IOException {
    JsonAnswer.write(response, response.getStatus(), Sight.of(request));
  }
}
