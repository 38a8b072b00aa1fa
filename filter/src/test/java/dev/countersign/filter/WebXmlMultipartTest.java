package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.MultipartConfigElement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebXmlMultipartTest {

  private static Map<String, MultipartConfigElement> read(String text) throws XMLStreamException {
    return WebXmlMultipart.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String servlet(String name, String config) {
    return "<servlet><servlet-name>" + name + "</servlet-name>" + config + "</servlet>";
  }

  @Test
  void limits_areReadAsWritten_elseThereAreNone() throws Exception {
    String limits =
        "<multipart-config><location>up</location><max-file-size> 1<![CDATA[0]]><!-- 0 -->0 </max-file-size>"
            + "<max-request-size>200</max-request-size>"
            + "<file-size-threshold>7</file-size-threshold></multipart-config>";
    Map<String, MultipartConfigElement> found =
        read(
            "<web-app>"
                + servlet("full", limits)
                + servlet("bare", "<multipart-config/>")
                + servlet("none", "")
                + "</web-app>");
    assertEquals(Set.of("full", "bare"), found.keySet());
    assertEquals("up 100 200 7", text(found.get("full")));
    assertEquals(" -1 -1 0", text(found.get("bare")));
  }

  private static String text(MultipartConfigElement config) {
    return String.join(
        " ",
        config.getLocation(),
        String.valueOf(config.getMaxFileSize()),
        String.valueOf(config.getMaxRequestSize()),
        String.valueOf(config.getFileSizeThreshold()));
  }

  @Test
  void oldDoctype_isNotFetched() throws Exception {
    String doctype = "<!DOCTYPE web-app SYSTEM 'http://127.0.0.1:1/never-fetched.dtd'>";
    assertEquals(Map.of(), read(doctype + "<web-app/>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'more'", "SYSTEM 'file:///etc/hostname'"})
  void entity_isRefused(String entity) {
    String text =
        "<!DOCTYPE web-app [<!ENTITY more " + entity + ">]><web-app>" + servlet("&more;", "");
    assertThrows(XMLStreamException.class, () -> read(text + "</web-app>"));
  }
}
