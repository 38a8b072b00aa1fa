package dev.countersign.console;

import java.util.Map;
import java.util.TreeMap;
import org.apache.catalina.servlets.DefaultServlet;

/** A web.xml with a console, as somebody writes it who wants nothing else. Immutable. */
public record ConsoleXml(
    Map<String, String> store, Map<String, String> console, String auth, boolean constrained) {

  /** A login form, and nothing that the container forbids: as the sample has it. */
  public static ConsoleXml form(Map<String, String> store) {
    return new ConsoleXml(store, Map.of(), "FORM", false);
  }

  /** The container's own dialog of browsers, and nothing reached without. */
  public ConsoleXml basic() {
    return new ConsoleXml(store, console, "BASIC", true);
  }

  public ConsoleXml initParam(String name, String value) {
    Map<String, String> more = new TreeMap<>(console);
    more.put(name, value);
    return new ConsoleXml(store, more, auth, constrained);
  }

  public ConsoleXml contextParam(String name, String value) {
    Map<String, String> other = new TreeMap<>(store);
    other.put(name, value);
    return new ConsoleXml(other, console, auth, constrained);
  }

  String text() {
    StringBuilder xml = new StringBuilder();
    xml.append("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">");
    store.forEach(
        (name, value) -> xml.append(param("context-param", "countersign." + name, value)));
    xml.append("<filter><filter-name>headers</filter-name><filter-class>")
        .append(LoginPageFilter.class.getName())
        .append("</filter-class></filter><filter-mapping><filter-name>headers</filter-name>")
        .append("<url-pattern>/login.html</url-pattern><dispatcher>REQUEST</dispatcher>")
        .append("<dispatcher>FORWARD</dispatcher></filter-mapping>");
    xml.append("<servlet><servlet-name>pages</servlet-name><servlet-class>")
        .append(DefaultServlet.class.getName())
        .append("</servlet-class></servlet><servlet-mapping><servlet-name>pages</servlet-name>")
        .append("<url-pattern>/login.html</url-pattern></servlet-mapping>");
    xml.append("<servlet><servlet-name>console</servlet-name><servlet-class>")
        .append(ConsoleServlet.class.getName())
        .append("</servlet-class>");
    console.forEach((name, value) -> xml.append(param("init-param", name, value)));
    xml.append("<load-on-startup>1</load-on-startup></servlet><servlet-mapping>")
        .append("<servlet-name>console</servlet-name><url-pattern>/console/*</url-pattern>")
        .append("</servlet-mapping>");
    if (constrained) {
      xml.append("<security-constraint><web-resource-collection>")
          .append("<web-resource-name>console</web-resource-name>")
          .append("<url-pattern>/console/*</url-pattern></web-resource-collection>")
          .append("<auth-constraint><role-name>*</role-name></auth-constraint>")
          .append("</security-constraint>");
    }
    xml.append("<login-config><auth-method>").append(auth).append("</auth-method>");
    if (auth.equals("FORM")) {
      xml.append("<form-login-config><form-login-page>/login.html</form-login-page>")
          .append("<form-error-page>/login.html</form-error-page></form-login-config>");
    }
    return xml.append("</login-config>")
        .append("<security-role><role-name>countersign-admin</role-name></security-role>")
        .append("<security-role><role-name>countersign-account</role-name></security-role>")
        .append("</web-app>")
        .toString();
  }

  private static String param(String element, String name, String value) {
    return "<"
        + element
        + "><param-name>"
        + name
        + "</param-name><param-value>"
        + value.replace("&", "&amp;").replace("<", "&lt;")
        + "</param-value></"
        + element
        + ">";
  }
}
