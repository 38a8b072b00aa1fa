package dev.countersign.filter;

import dev.countersign.filter.deployment.DescriptorXml;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the {@code multipart-config} elements of a {@code WEB-INF/web.xml}. */
final class WebXmlMultipart {

  private static final Logger LOG = System.getLogger(WebXmlMultipart.class.getName());
  private static final String SERVLET = "servlet";
  private static final String CONFIG = "multipart-config";
  private static final String NO_LIMIT = "-1";

  private final XMLStreamReader xml;
  private final Map<String, MultipartConfigElement> found = new HashMap<>();

  private WebXmlMultipart(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * By servlet name. A descriptor that cannot be read counts as silent: the container has judged it
   * already.
   */
  static Map<String, MultipartConfigElement> read(ServletContext context) {
    try (InputStream descriptor = Descriptors.webXml(context)) {
      return descriptor == null ? Map.of() : read(descriptor);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "The multipart configuration in WEB-INF/web.xml cannot be read", e);
      return Map.of();
    }
  }

  static Map<String, MultipartConfigElement> read(InputStream descriptor)
      throws XMLStreamException {
    WebXmlMultipart reading = new WebXmlMultipart(DescriptorXml.reader(descriptor));
    reading.readServlets();
    return Map.copyOf(reading.found);
  }

  private void readServlets() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(SERVLET)) {
        readServlet();
      }
    }
  }

  private void readServlet() throws XMLStreamException {
    String name = "";
    Map<String, String> config = null;
    while (nextWithin(SERVLET)) {
      switch (xml.getLocalName()) {
        case "servlet-name" -> name = xml.getElementText().strip();
        case CONFIG -> config = readConfig();
        default -> {}
      }
    }
    if (config != null) {
      found.put(name, element(config));
    }
  }

  private Map<String, String> readConfig() throws XMLStreamException {
    Map<String, String> config = new HashMap<>();
    while (nextWithin(CONFIG)) {
      String name = xml.getLocalName();
      config.put(name, xml.getElementText().strip());
    }
    return config;
  }

  private static MultipartConfigElement element(Map<String, String> config) {
    return new MultipartConfigElement(
        config.getOrDefault("location", ""),
        Long.parseLong(config.getOrDefault("max-file-size", NO_LIMIT)),
        Long.parseLong(config.getOrDefault("max-request-size", NO_LIMIT)),
        Integer.parseInt(config.getOrDefault("file-size-threshold", "0")));
  }

  /** Moves to the next element that begins inside of the one named; no when that one ends. */
  private boolean nextWithin(String outer) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(outer)) {
        return false;
      }
    }
    return false;
  }
}
