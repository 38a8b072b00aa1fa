package dev.countersign.sample.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.sample.answer.BadInputException;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a caller orders, as JSON or as a form. */
record NewOrder(String item, int quantity) {

  static NewOrder from(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      JsonNode json = JsonAnswer.read(request.getInputStream());
      return of(json.path("item").asText(null), json.path("quantity").asText(null));
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return of(request.getParameter("item"), request.getParameter("quantity"));
    }
    throw new BadInputException("an order is application/json or a form");
  }

  private static NewOrder of(@Nullable String item, @Nullable String quantity) {
    if (item == null || item.isBlank() || quantity == null) {
      throw new BadInputException("an order has an item and a quantity");
    }
    try {
      int number = Integer.parseInt(quantity);
      if (number < 1) {
        throw new BadInputException("a quantity is at least 1");
      }
      return new NewOrder(item, number);
    } catch (NumberFormatException e) {
      throw new BadInputException("a quantity is a whole number");
    }
  }
}
