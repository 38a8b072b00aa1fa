package dev.countersign.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The sample's web.xml with something changed: what a deployer would do with an editor. */
public final class WebXml {

  private final Document document;

  private WebXml(Document document) {
    this.document = document;
  }

  public static WebXml of(Path war) {
    try {
      DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
      builders.setNamespaceAware(true);
      String file = war.resolve("WEB-INF/web.xml").toUri().toString();
      return new WebXml(builders.newDocumentBuilder().parse(file));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  public WebXml initParam(String name, String value) {
    return parameter(first("filter"), "init-param", name, value);
  }

  public WebXml contextParam(String name, String value) {
    return parameter(document.getDocumentElement(), "context-param", name, value);
  }

  /** One more access filter on a pattern of its own, with these settings. */
  public WebXml accessFilter(String name, String pattern, Map<String, String> settings) {
    Element filter = filter(name, "dev.countersign.filter.AccessFilter");
    settings.forEach((setting, value) -> parameter(filter, "init-param", setting, value));
    mapping(name, pattern);
    return this;
  }

  private Element mapping(String filter, String pattern) {
    Element mapping = child(document.getDocumentElement(), "filter-mapping");
    child(mapping, "filter-name").setTextContent(filter);
    child(mapping, "url-pattern").setTextContent(pattern);
    List.of("REQUEST", "FORWARD", "INCLUDE", "ASYNC", "ERROR")
        .forEach(dispatch -> child(mapping, "dispatcher").setTextContent(dispatch));
    return mapping;
  }

  /** Asks the container to let in these roles only; without any, everybody. */
  public WebXml constraint(String pattern, String... roles) {
    Element constraint = child(document.getDocumentElement(), "security-constraint");
    Element resources = child(constraint, "web-resource-collection");
    child(resources, "web-resource-name").setTextContent(pattern);
    child(resources, "url-pattern").setTextContent(pattern);
    if (roles.length > 0) {
      Element who = child(constraint, "auth-constraint");
      List.of(roles).forEach(role -> child(who, "role-name").setTextContent(role));
    }
    return this;
  }

  /** Adds a URL pattern to the mapping of this filter or servlet. */
  public WebXml alsoMapped(String element, String name, String pattern) {
    NodeList all = document.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      if (one.getTextContent().strip().startsWith(name)) {
        Element present = (Element) one.getElementsByTagName("url-pattern").item(0);
        Element added = child(one, "url-pattern");
        added.setTextContent(pattern);
        one.insertBefore(added, present);
        return this;
      }
    }
    throw new AssertionError("web.xml does not map " + name);
  }

  /** Takes out the first element of each name. */
  public WebXml without(String... elements) {
    for (String element : elements) {
      Element found = first(element);
      found.getParentNode().removeChild(found);
    }
    return this;
  }

  /** Adds a servlet; the parameter is its init-param {@code apis}. */
  public WebXml servlet(String name, String type, String apis, String... patterns) {
    Element servlet = child(document.getDocumentElement(), "servlet");
    child(servlet, "servlet-name").setTextContent(name);
    child(servlet, "servlet-class").setTextContent(type);
    parameter(servlet, "init-param", "apis", apis);
    child(servlet, "async-supported").setTextContent("true");
    Element mapping = child(document.getDocumentElement(), "servlet-mapping");
    child(mapping, "servlet-name").setTextContent(name);
    List.of(patterns).forEach(pattern -> child(mapping, "url-pattern").setTextContent(pattern));
    return this;
  }

  /** Behind the listeners that are there. */
  public WebXml listener(String type) {
    child(child(document.getDocumentElement(), "listener"), "listener-class").setTextContent(type);
    return this;
  }

  /** One more filter on everything, before those that are there or behind them. */
  public WebXml filter(String name, String type, boolean before) {
    filter(name, type);
    Element mapping = mapping(name, "/*");
    if (before) {
      document.getDocumentElement().insertBefore(mapping, first("filter-mapping"));
    }
    return this;
  }

  private Element filter(String name, String type) {
    Element filter = child(document.getDocumentElement(), "filter");
    child(filter, "filter-name").setTextContent(name);
    child(filter, "filter-class").setTextContent(type);
    child(filter, "async-supported").setTextContent("true");
    return filter;
  }

  /** Writes these dispatcher types into the mapping of the filter, in place of all that it has. */
  public WebXml dispatches(String... types) {
    Element mapping = first("filter-mapping");
    NodeList present = mapping.getElementsByTagName("dispatcher");
    while (present.getLength() > 0) {
      mapping.removeChild(present.item(0));
    }
    List.of(types).forEach(type -> child(mapping, "dispatcher").setTextContent(type));
    return this;
  }

  /** Maps the filter to this pattern in place of all that it has. */
  public WebXml filterPattern(String pattern) {
    NodeList patterns = first("filter-mapping").getElementsByTagName("url-pattern");
    patterns.item(0).setTextContent(pattern);
    while (patterns.getLength() > 1) {
      patterns.item(1).getParentNode().removeChild(patterns.item(1));
    }
    return this;
  }

  public Path writeTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.transform(new DOMSource(document), new StreamResult(file.toFile()));
      return file;
    } catch (TransformerException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Replaces the parameter of that name where there is one. */
  private WebXml parameter(Element parent, String element, String name, String value) {
    NodeList all = parent.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      if (one.getElementsByTagName("param-name").item(0).getTextContent().equals(name)) {
        one.getElementsByTagName("param-value").item(0).setTextContent(value);
        return this;
      }
    }
    Element added = child(parent, element);
    child(added, "param-name").setTextContent(name);
    child(added, "param-value").setTextContent(value);
    return this;
  }

  private Element child(Element parent, String name) {
    String namespace = document.getDocumentElement().getNamespaceURI();
    return (Element) parent.appendChild(document.createElementNS(namespace, name));
  }

  private Element first(String element) {
    if (document.getElementsByTagName(element).item(0) instanceof Element found) {
      return found;
    }
    throw new AssertionError("web.xml has no " + element);
  }
}
