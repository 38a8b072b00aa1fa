package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RouteTableTest {

  private static final RouteTable TABLE =
      RouteTable.of(
          Stream.of(
                  "* /orders/**",
                  "GET /orders/{id}",
                  "PUT /orders/{id}",
                  "GET /orders/new",
                  "GET /orders/{id}/lines",
                  "GET /status",
                  "HEAD /status",
                  "GET /a/{x}/d/e",
                  "GET /a/{x}/c",
                  "GET /a/b/{y}")
              .map(Gates::api)
              .toList());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/access/routes.csv", delimiter = '|', numLinesToSkip = 1)
  void request_findsTheMostSpecificApi_thatAllowsTheMethod(
      String sentence, String method, String path, String operation) {
    String found = TABLE.find(method, path).map(Api::operation).orElse(null);
    assertEquals(operation, found, sentence);
  }

  @Test
  void tableWithoutApis_findsNothing() {
    assertEquals(true, RouteTable.of(List.of()).find("GET", "/orders").isEmpty());
  }
}
