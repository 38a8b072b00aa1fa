package dev.countersign.filter.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorParserTest {

  private static final String OLD_DOCTYPE =
      "<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
          + " 'http://127.0.0.1:1/never-fetched.dtd'>";

  private static WebDescriptor parsed(String text) throws XMLStreamException {
    return DescriptorParser.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void descriptor_isReadWhateverItsFormIs() throws Exception {
    WebDescriptor read =
        parsed(
            """
            <?xml version="1.0"?>
            <j:web-app xmlns:j="https://jakarta.ee/xml/ns/jakartaee" metadata-complete="true">
              <!-- <filter><filter-name>commented</filter-name></filter> -->
              <j:filter>
                <j:filter-name> a </j:filter-name>
                <j:init-param><j:param-name>filter-name</j:param-name></j:init-param>
                <j:async-supported><![CDATA[true]]></j:async-supported>
              </j:filter>
              <j:filter><j:filter-name>b</j:filter-name></j:filter>
              <j:filter-mapping>
                <j:filter-name>a</j:filter-name>
                <j:url-pattern>/x/*</j:url-pattern>
                <j:servlet-name>s</j:servlet-name>
                <j:url-pattern/>
                <j:dispatcher>FORWARD</j:dispatcher>
                <j:dispatcher>ERROR</j:dispatcher>
              </j:filter-mapping>
              <j:filter-mapping>
                <j:filter-name>b</j:filter-name><j:url-pattern>*.do</j:url-pattern>
              </j:filter-mapping>
              <j:servlet>
                <j:servlet-name>s</j:servlet-name>
                <j:multipart-config><j:location>/no-error-page</j:location></j:multipart-config>
                <j:async-supported>true</j:async-supported>
              </j:servlet>
              <j:servlet><j:servlet-name>silent</j:servlet-name></j:servlet>
              <j:error-page><j:error-code>404</j:error-code><j:location>/gone</j:location></j:error-page>
            </j:web-app>
            """);
    Set<String> types = Set.of("FORWARD", "ERROR");
    assertEquals(
        new WebDescriptor(
            true,
            Map.of("a", true, "b", false),
            Map.of("s", true),
            Map.of("s", Map.of("location", "/no-error-page")),
            List.of(
                new FilterMapping("a", "/x/*", false, types),
                new FilterMapping("a", "", false, types),
                new FilterMapping("a", "s", true, types),
                new FilterMapping("b", "*.do", false, Set.of("REQUEST"))),
            List.of("/gone")),
        read);
  }

  private static WebDescriptor servlets(String root, String... namesAndConfigs)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder("<" + root + ">");
    for (int i = 0; i < namesAndConfigs.length; i += 2) {
      text.append("<servlet><servlet-name>" + namesAndConfigs[i] + "</servlet-name>");
      text.append("<init-param><param-name>max-file-size</param-name></init-param>");
      text.append(namesAndConfigs[i + 1]).append("</servlet>");
    }
    return parsed(text + "</" + root + ">");
  }

  @Test
  void multipartConfig_isReadAsWritten() throws Exception {
    String full =
        "<multipart-config><location>up</location>"
            + "<max-file-size> 1<![CDATA[0]]><!-- 0 -->0 </max-file-size></multipart-config>";
    assertEquals(
        Map.of("full", Map.of("location", "up", "max-file-size", "100"), "bare", Map.of()),
        servlets("web-app", "full", full, "bare", "<multipart-config/>", "none", "").multipart());
  }

  /** As containers merge them: element by element, and web.xml goes first. */
  @Test
  void multipartConfigOfAFragment_fillsWhatTheDescriptorLeavesOut() throws Exception {
    String main = "<multipart-config><max-file-size>1</max-file-size></multipart-config>";
    String fragment =
        "<multipart-config><max-file-size>2</max-file-size>"
            + "<max-request-size>3</max-request-size></multipart-config>";
    assertEquals(
        Map.of(
            "both", Map.of("max-file-size", "1", "max-request-size", "3"),
            "fragment", Map.of("max-file-size", "2", "max-request-size", "3")),
        servlets("web-app", "both", main)
            .with(servlets("web-fragment", "both", fragment, "fragment", fragment))
            .multipart());
  }

  @Test
  void oldDoctype_isNotFetched() throws Exception {
    assertEquals(WebDescriptor.EMPTY, parsed(OLD_DOCTYPE + "<web-app/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE web-app [<!ENTITY more '<filter/>'>]><web-app>&more;</web-app>",
        "<!DOCTYPE web-app [<!ENTITY more SYSTEM 'file:///etc/hostname'>]>"
            + "<web-app><servlet>&more;</servlet></web-app>",
        "<web-app><filter>",
        "<web-app></web>",
        "<!-- nothing -->",
        ""
      })
  void entitiesAndBrokenXml_areRefused(String text) {
    assertThrows(XMLStreamException.class, () -> parsed(text));
  }

  @Test
  void fragment_addsWhatTheDescriptorDoesNotSay() throws Exception {
    WebDescriptor main =
        parsed(
            "<web-app><servlet><servlet-name>s</servlet-name>"
                + "<async-supported>false</async-supported></servlet></web-app>");
    WebDescriptor fragment =
        parsed(
            "<web-fragment><servlet><servlet-name>s</servlet-name>"
                + "<async-supported>true</async-supported></servlet>"
                + "<servlet><servlet-name>t</servlet-name>"
                + "<async-supported>true</async-supported></servlet></web-fragment>");
    assertEquals(Map.of("s", false, "t", true), main.with(fragment).asyncServlets());
    assertTrue(!main.with(fragment).complete());
  }
}
