package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bodies are read whole in {@code bodyMode=stream}, because the server would take them. */
class FormTakingTest {

  @ParameterizedTest
  @CsvSource({
    "GlassFish 0.0.0, application/x-www-form-urlencoded, true",
    "Eclipse GlassFish  7.0.25, Application/X-WWW-Form-Urlencoded;charset=UTF-8, true",
    "Payara Server  6.2025.9 #badassfish, multipart/form-data; boundary=x, true",
    "GlassFish 0.0.0, multipart/mixed; boundary=x, false",
    "GlassFish 0.0.0, application/json, false",
    "Apache Tomcat/11.0.25, application/x-www-form-urlencoded, false",
    "jetty/12.0.32, multipart/form-data; boundary=x, false"
  })
  void body_isTakenByServersThatParseItThemselves(String server, String type, boolean taken) {
    assertEquals(taken, FormTaking.by(request(server, type)));
  }

  @Test
  void bodyWithoutType_isNotTaken() {
    assertFalse(FormTaking.by(request("GlassFish 0.0.0", null)));
  }

  private static HttpServletRequest request(String server, String type) {
    ServletContext context = answering(ServletContext.class, Map.of("getServerInfo", server));
    return answering(
        HttpServletRequest.class,
        type == null
            ? Map.of("getServletContext", context)
            : Map.of("getServletContext", context, "getContentType", type));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
