package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartRulesTest {

  private static final String ANNOTATED = EchoServlet.Annotated.class.getName();

  /** Answers the questions that are named, and nothing to all others. */
  private static <T> T answering(Class<T> type, Map<String, ?> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  /** Of a WAR whose servlets are all of the annotated class. */
  private static MultipartRules rules(String webXml) {
    byte[] text = webXml.getBytes(StandardCharsets.UTF_8);
    return MultipartRules.of(
        answering(
            ServletContext.class,
            Map.of(
                "getResourceAsStream",
                new ByteArrayInputStream(text),
                "getClassLoader",
                MultipartRulesTest.class.getClassLoader(),
                "getServletRegistration",
                answering(ServletRegistration.class, Map.of("getClassName", ANNOTATED)))));
  }

  private static Optional<Long> largestFile(Optional<MultipartConfigElement> config) {
    return config.map(MultipartConfigElement::getMaxFileSize);
  }

  private static String servlet(String largest) {
    return "<servlet><servlet-name>s</servlet-name><multipart-config><max-file-size>"
        + largest
        + "</max-file-size></multipart-config></servlet></web-app>";
  }

  @Test
  void annotation_countsUnlessTheDescriptorSaysOtherwise() {
    assertEquals(Optional.of(50_000L), largestFile(rules("<web-app/>").of("s")));
    assertEquals(Optional.of(7L), largestFile(rules("<web-app>" + servlet("7")).of("s")));
  }

  @Test
  void annotation_ofACompleteDescriptor_countsOnlyWhereTheContainerHeedsIt() {
    MultipartRules rules = rules("<web-app metadata-complete='true'/>");
    assertEquals(Optional.empty(), largestFile(rules.of("s")));
    assertEquals(50_000L, rules.unwritten("s").getMaxFileSize());
  }

  @Test
  void completeDescriptor_countsItself() {
    MultipartRules rules = rules("<web-app metadata-complete='true'>" + servlet("7"));
    assertEquals(Optional.of(7L), largestFile(rules.of("s")));
  }

  @Test
  void limitThatIsNoNumber_isSilent() {
    assertEquals(Optional.empty(), largestFile(rules("<web-app>" + servlet("much")).of("s")));
  }
}
