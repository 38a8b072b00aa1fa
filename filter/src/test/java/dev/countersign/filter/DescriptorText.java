package dev.countersign.filter;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The {@code web.xml} of a test, out of parts between semicolons:
 *
 * <ul>
 *   <li>{@code access /echo/* RF} maps the filter of that name for REQUEST and FORWARD,
 *       {@code @echo} in place of the pattern maps it to a servlet, {@code -} in place of the types
 *       writes none, a {@code !} behind the name makes it not support asynchronous processing;
 *   <li>{@code page /oops} is an error page, {@code servlet /x/*} one more servlet.
 * </ul>
 */
final class DescriptorText {

  private static final Map<String, String> TYPES =
      Map.of("R", "REQUEST", "F", "FORWARD", "I", "INCLUDE", "A", "ASYNC", "E", "ERROR");

  private final Set<String> filters = new LinkedHashSet<>();
  private final StringBuilder rest = new StringBuilder();

  private DescriptorText() {}

  static String of(String parts) {
    DescriptorText text = new DescriptorText();
    for (String part : parts.split("; *", -1)) {
      text.add(part.split(" ", -1));
    }
    return "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
        + element("listener", element("listener-class", TestStoresListener.class.getName()))
        + String.join("", text.filters)
        + text.rest
        + servlet("orders", "/orders/*", false)
        + servlet("echo", "/echo/*", true)
        + "<servlet><servlet-name>default</servlet-name><servlet-class>"
        + "org.apache.catalina.servlets.DefaultServlet</servlet-class></servlet>"
        + mapped("servlet-mapping", "servlet-name", "default", element("url-pattern", "/"))
        + "</web-app>";
  }

  private void add(String... part) {
    switch (part[0]) {
      case "page" ->
          rest.append(
              element("error-page", element("error-code", "404") + element("location", part[1])));
      case "servlet" -> rest.append(servlet("servlet", part[1], false));
      default -> addFilter(part);
    }
  }

  private void addFilter(String... part) {
    String name = part[0].replace("!", "");
    filters.add(filter(name, !part[0].endsWith("!")));
    if (part.length == 1) {
      return;
    }
    boolean byName = part[1].startsWith("@");
    StringBuilder target = new StringBuilder();
    target.append(
        byName ? element("servlet-name", part[1].substring(1)) : element("url-pattern", part[1]));
    for (String type : part[2].replace("-", "").split("(?!^)", -1)) {
      target.append(type.isEmpty() ? "" : element("dispatcher", TYPES.get(type)));
    }
    rest.append(mapped("filter-mapping", "filter-name", name, target.toString()));
  }

  private static String filter(String name, boolean async) {
    boolean access = name.equals("access") || name.equals("second");
    Class<?> type = access ? AccessFilter.class : PassingFilter.class;
    String apis = name.equals("access") ? "orders:/orders,echo:/echo" : "echo:/echo";
    return element(
        "filter",
        element("filter-name", name)
            + element("filter-class", type.getName())
            + element("async-supported", String.valueOf(async))
            + (access ? parameter("apis", apis) + parameter("authority", "api.example") : ""));
  }

  static String parameter(String name, String value) {
    return element("init-param", element("param-name", name) + element("param-value", value));
  }

  private static String servlet(String name, String pattern, boolean async) {
    return element(
            "servlet",
            element("servlet-name", name)
                + element("servlet-class", GreetingServlet.class.getName())
                + element("async-supported", String.valueOf(async)))
        + mapped("servlet-mapping", "servlet-name", name, element("url-pattern", pattern));
  }

  private static String mapped(String element, String nameElement, String name, String target) {
    return element(element, element(nameElement, name) + target);
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
  }
}
