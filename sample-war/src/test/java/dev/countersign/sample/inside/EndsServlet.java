package dev.countersign.sample.inside;

import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a body by a listener or by waiting for it, as the first segment of the path says, and tells
 * a GET later what it was told of the body that the second segment names.
 */
public final class EndsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Map<String, ToldOfBody> BODIES = new ConcurrentHashMap<>();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = String.valueOf(request.getPathInfo()).split("/", 3);
    ToldOfBody body = BODIES.computeIfAbsent(path[2], name -> new ToldOfBody());
    if (request.getMethod().equals("GET")) {
      JsonAnswer.write(response, 200, body.soFar());
    } else if (path[1].equals("listener")) {
      AsyncContext async = request.startAsync();
      ServletInputStream in = request.getInputStream();
      in.setReadListener(new EndsListener(async, in, body));
      body.begun();
    } else {
      read(request.getInputStream(), body);
      JsonAnswer.write(response, 200, body.soFar());
    }
  }

  private static void read(ServletInputStream in, ToldOfBody body) throws IOException {
    byte[] buffer = new byte[1024];
    body.begun();
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.bytes(buffer, n, in.isFinished());
      }
      body.ended();
    } catch (IOException e) {
      body.failed(e, in.isFinished());
      throw e;
    }
  }
}
