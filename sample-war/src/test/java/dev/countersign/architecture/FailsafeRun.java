package dev.countersign.architecture;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One execution of integration tests, as a pom describes it.
 *
 * @param server as the tests are told
 * @param included patterns of paths; none for all
 */
record FailsafeRun(String server, List<String> included, List<String> excluded) {

  /** Those of the pom that name a server. */
  static List<FailsafeRun> of(Path pom) {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(pom.toFile())
              .getDocumentElement();
      return elements(root, "execution")
          .filter(execution -> elements(execution, "it.server").findAny().isPresent())
          .map(
              execution ->
                  new FailsafeRun(
                      texts(execution, "it.server").get(0),
                      texts(execution, "include"),
                      texts(execution, "exclude")))
          .toList();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the test runs, unless somebody wants a quick build. */
  boolean runs(Path test) {
    boolean in = included.isEmpty() || included.stream().anyMatch(pattern -> is(pattern, test));
    // What only a quick build leaves out stands in a property.
    return in
        && excluded.stream()
            .filter(pattern -> !pattern.startsWith("${"))
            .noneMatch(pattern -> is(pattern, test));
  }

  private static boolean is(String pattern, Path test) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(test);
  }

  private static List<String> texts(Element within, String name) {
    return elements(within, name).map(Node::getTextContent).map(String::strip).toList();
  }

  private static Stream<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
  }
}
