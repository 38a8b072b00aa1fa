package dev.countersign.sample.orders;

import dev.countersign.sample.answer.BadInputException;
import dev.countersign.sample.answer.CallerView;
import dev.countersign.sample.answer.Digests;
import dev.countersign.sample.answer.Invocations;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /orders/{id}}, {@code GET /orders?status=…}, {@code POST /orders} with JSON or a form,
 * {@code POST /orders/{id}/attachments} with a multipart file. It knows nothing of signatures; who
 * called, it asks the request.
 */
public final class OrdersServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Pattern ONE = Pattern.compile("/(\\d{1,9})");
  private static final Pattern ATTACHMENTS = Pattern.compile("/(\\d{1,9})/attachments");

  private final transient OrderBook orders = new OrderBook();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Invocations.of(getServletContext()).countOne();
    try {
      super.service(request, response);
    } catch (BadInputException e) {
      answer(request, response, 400, "error", String.valueOf(e.getMessage()));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    if (path == null) {
      String status = request.getParameter("status");
      List<Order> found = status == null ? orders.all() : orders.withStatus(status);
      answer(request, response, 200, "orders", found);
      return;
    }
    answerOrder(request, response, 200, number(ONE, path).flatMap(orders::find));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    if (path == null) {
      NewOrder wanted = NewOrder.from(request);
      Order created = orders.open(wanted.item(), wanted.quantity());
      response.setHeader("Location", request.getRequestURI() + "/" + created.id());
      answer(request, response, 201, "order", created);
      return;
    }
    Optional<Integer> number = number(ATTACHMENTS, path);
    if (number.isEmpty()) {
      answerOrder(request, response, 404, Optional.empty());
      return;
    }
    answerOrder(request, response, 201, orders.attach(number.get(), attachment(request)));
  }

  private static Order.Attachment attachment(HttpServletRequest request)
      throws ServletException, IOException {
    if (!String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
      throw new BadInputException("an attachment is multipart/form-data");
    }
    Part file = request.getPart("file");
    if (file == null || file.getSubmittedFileName() == null) {
      throw new BadInputException("an attachment is a part named file, with a file name");
    }
    try (InputStream in = file.getInputStream()) {
      Digests.Summary summary = Digests.of(in);
      return new Order.Attachment(file.getSubmittedFileName(), summary.length(), summary.sha256());
    }
  }

  private static Optional<Integer> number(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static void answerOrder(
      HttpServletRequest request, HttpServletResponse response, int status, Optional<Order> order)
      throws IOException {
    if (order.isPresent()) {
      answer(request, response, status, "order", order.get());
    } else {
      answer(request, response, 404, "error", "there is no such order");
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, int status, String name, Object it)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(name, it);
    CallerView.of(request).ifPresent(caller -> answer.put("caller", caller));
    JsonAnswer.write(response, status, answer);
  }
}
