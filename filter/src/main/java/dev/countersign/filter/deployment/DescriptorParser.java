package dev.countersign.filter.deployment;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of a descriptor that stand right below its root, with what is inside of each
 * and of its {@code multipart-config}. Used by one thread.
 */
public final class DescriptorParser {

  private static final String TRUE = "true";
  private static final String ASYNC = "async-supported";
  private static final String MULTIPART = "multipart-config";
  private static final String WITHIN = "/";
  private static final int DEEPEST = 2;

  private final XMLStreamReader xml;
  private final Map<String, Boolean> filters = new HashMap<>();
  private final Map<String, Boolean> servlets = new HashMap<>();
  private final Map<String, Map<String, String>> multipart = new HashMap<>();
  private final List<FilterMapping> mappings = new ArrayList<>();
  private final List<String> errorPages = new ArrayList<>();

  private DescriptorParser(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a descriptor. No DTD is read and no entity resolved.
   *
   * @param descriptor closed by the caller
   * @throws XMLStreamException if it is not well-formed, or uses entities
   */
  public static WebDescriptor parse(InputStream descriptor) throws XMLStreamException {
    return new DescriptorParser(DescriptorXml.reader(descriptor)).read();
  }

  private WebDescriptor read() throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      // what stands before the root
    }
    boolean complete = TRUE.equals(xml.getAttributeValue(null, "metadata-complete"));
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        take(name, children());
      }
    }
    return new WebDescriptor(complete, filters, servlets, multipart, mappings, errorPages);
  }

  private void take(String element, Map<String, List<String>> children) {
    switch (element) {
      case "filter" -> filters.put(first(children, "filter-name"), isAsync(children));
      case "servlet" -> takeServlet(first(children, "servlet-name"), children);
      case "filter-mapping" -> map(children);
      case "error-page" -> errorPages.addAll(all(children, "location"));
      default -> {}
    }
  }

  private void takeServlet(String name, Map<String, List<String>> children) {
    if (children.containsKey(ASYNC)) {
      servlets.put(name, isAsync(children));
    }
    if (children.containsKey(MULTIPART)) {
      Map<String, String> config = new HashMap<>();
      String prefix = MULTIPART + WITHIN;
      children.forEach(
          (element, texts) -> {
            if (element.startsWith(prefix)) {
              config.put(element.substring(prefix.length()), texts.get(0));
            }
          });
      multipart.put(name, Map.copyOf(config));
    }
  }

  private void map(Map<String, List<String>> children) {
    String filter = first(children, "filter-name");
    Set<String> dispatches = new HashSet<>(all(children, "dispatcher"));
    if (dispatches.isEmpty()) {
      dispatches.add(FilterMapping.REQUEST);
    }
    all(children, "url-pattern")
        .forEach(each -> mappings.add(new FilterMapping(filter, each, false, dispatches)));
    all(children, "servlet-name")
        .forEach(each -> mappings.add(new FilterMapping(filter, each, true, dispatches)));
  }

  /**
   * The texts of the elements inside the one that began, by name, and by {@code outer/inner} of
   * those one level deeper; what is nested deeper is left out.
   */
  private Map<String, List<String>> children() throws XMLStreamException {
    Map<String, List<String>> children = new HashMap<>();
    Deque<String> names = new ArrayDeque<>();
    Deque<StringBuilder> texts = new ArrayDeque<>();
    for (boolean open = true; open; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String outer = names.isEmpty() ? "" : names.peek() + WITHIN;
          names.push(outer + xml.getLocalName());
          texts.push(new StringBuilder());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!texts.isEmpty()) {
            texts.peek().append(xml.getText());
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("entities are not resolved", xml.getLocation());
        case XMLStreamConstants.END_ELEMENT -> {
          open = !names.isEmpty();
          if (open) {
            keep(children, names.size(), names.pop(), texts.pop().toString().strip());
          }
        }
        default -> {}
      }
    }
    return children;
  }

  private static void keep(
      Map<String, List<String>> children, int depth, String name, String text) {
    if (depth <= DEEPEST) {
      children.computeIfAbsent(name, absent -> new ArrayList<>()).add(text);
    }
  }

  private static List<String> all(Map<String, List<String>> children, String name) {
    return children.getOrDefault(name, List.of());
  }

  private static String first(Map<String, List<String>> children, String name) {
    return all(children, name).stream().findFirst().orElse("");
  }

  private static boolean isAsync(Map<String, List<String>> children) {
    return first(children, ASYNC).equals(TRUE);
  }
}
