package dev.countersign.filter.deployment;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the elements of a descriptor that stand right below its root. Used by one thread. */
public final class DescriptorParser {

  private static final String TRUE = "true";
  private static final String ASYNC = "async-supported";

  private final XMLStreamReader xml;
  private final Map<String, Boolean> filters = new HashMap<>();
  private final Map<String, Boolean> servlets = new HashMap<>();
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
    return new WebDescriptor(complete, filters, servlets, mappings, errorPages);
  }

  private void take(String element, Map<String, List<String>> children) {
    switch (element) {
      case "filter" -> filters.put(first(children, "filter-name"), isAsync(children));
      case "servlet" -> {
        if (children.containsKey(ASYNC)) {
          servlets.put(first(children, "servlet-name"), isAsync(children));
        }
      }
      case "filter-mapping" -> map(children);
      case "error-page" -> errorPages.addAll(all(children, "location"));
      default -> {}
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

  /** The texts of the elements inside the one that began; what is nested deeper is left out. */
  private Map<String, List<String>> children() throws XMLStreamException {
    Map<String, List<String>> children = new HashMap<>();
    StringBuilder text = new StringBuilder();
    String name = "";
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth == 2) {
            name = xml.getLocalName();
            text.setLength(0);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 2) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("entities are not resolved", xml.getLocation());
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == 2) {
            children
                .computeIfAbsent(name, absent -> new ArrayList<>())
                .add(text.toString().strip());
          }
          depth--;
        }
        default -> {}
      }
    }
    return children;
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
