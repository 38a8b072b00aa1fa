package dev.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is behind the servlet. Thread-safe. */
interface Entrance {

  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;

  void close();
}
