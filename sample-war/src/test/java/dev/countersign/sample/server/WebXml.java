package dev.countersign.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
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
      Path file = war.resolve("WEB-INF/web.xml");
      DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
      builders.setNamespaceAware(true);
      return new WebXml(builders.newDocumentBuilder().parse(file.toFile()));
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

  public WebXml withoutFilter() {
    return without("filter").without("filter-mapping");
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

  public WebXml without(String element) {
    Element found = first(element);
    found.getParentNode().removeChild(found);
    return this;
  }

  public Path writeTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
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
    Node created = document.createElementNS(document.getDocumentElement().getNamespaceURI(), name);
    return (Element) parent.appendChild(created);
  }

  private Element first(String element) {
    Node found = document.getElementsByTagName(element).item(0);
    if (found == null) {
      throw new AssertionError("web.xml has no " + element);
    }
    return (Element) found;
  }
}
