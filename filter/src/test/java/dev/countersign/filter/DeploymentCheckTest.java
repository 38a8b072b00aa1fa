package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.HeardLog;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a descriptor gets wrong is named in the log; where it is unsafe, nobody is admitted. */
class DeploymentCheckTest {

  private static final String ALL_FIVE = "access /* RFIAE";
  private static final String UNSAFE = "access /echo/* -; access /orders/* RFIAE";

  private static void assertAnswers(String statuses, DescribedWar war) throws Exception {
    int unsigned = war.send(Call.get("/shop/echo/a")).status();
    int signed = war.send(Call.get("/shop/echo/a").signedBy(TestApp.ALICE)).status();
    assertEquals(statuses, unsigned + " " + signed);
  }

  private static void assertLogged(String expected, HeardLog log) {
    if (expected.equals("nothing")) {
      assertTrue(
          log.lines().stream().noneMatch(line -> line.matches("(?s)(WARNING|SEVERE) .*")),
          log.text());
    } else {
      assertTrue(log.text().contains(expected), log.text());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/deployment/mappings.csv", delimiter = '|', numLinesToSkip = 1)
  void descriptor_isToldAndClosedWhereItIsUnsafe(
      String what, String written, String statuses, String logged) throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(DescriptorText.of(written)).start()) {
      assertAnswers(statuses, war);
      assertLogged(logged, log);
    }
  }

  @Test
  void unsafeMapping_isUnavailableInReportOnlyToo() throws Exception {
    String webXml =
        DescriptorText.of(UNSAFE)
            .replaceFirst(
                "<init-param>",
                DescriptorText.parameter("reportOnly", ReportOnlyTest.in(600)) + "$0");
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(webXml).start()) {
      assertAnswers("503 503", war);
      assertLogged("lets every request pass until", log);
    }
  }

  private static Consumer<StandardContext> code(Consumer<ServletContext> code) {
    return context ->
        context.addServletContainerInitializer((classes, war) -> code.accept(war), Set.of());
  }

  /** Nobody knows whether it comes first; if it does, it may forward past the access filter. */
  @Test
  void typesMissing_andAFilterRegisteredByCode_isClosed() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(DescriptorText.of("access /* -"))) {
      war.start(
          code(
              context ->
                  context
                      .addFilter("early", new PassingFilter())
                      .addMappingForUrlPatterns(null, false, "/*")));
      assertAnswers("503 503", war);
      assertLogged("not all that can dispatch to it is behind the filter: early", log);
    }
  }

  @Test
  void mappingAddedByCode_leavesTheWrittenOnesChecked() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war =
            DescribedWar.of(DescriptorText.of("access /echo/* -; access /orders/* RFIAE"))) {
      war.start(
          code(
              context ->
                  context
                      .getFilterRegistration("access")
                      .addMappingForUrlPatterns(null, true, "/more/*")));
      assertAnswers("503 503", war);
      assertLogged("is not mapped to ASYNC, ERROR, FORWARD, INCLUDE on /echo/*", log);
    }
  }

  @Test
  void descriptorInPlaceOfTheWarsOwn_isTheOneThatCounts() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(DescriptorText.of(UNSAFE))) {
      Path other = war.beside("other.xml", DescriptorText.of(ALL_FIVE));
      war.start(context -> context.setAltDDName(other.toString()));
      assertAnswers("401 200", war);
      assertLogged("nothing", log);
    }
  }

  @Test
  void filterOfAFragment_standsBehind_andItsServletsCount() throws Exception {
    String fragment =
        DescriptorText.of("cors /* RFIAE")
            .replace("web-app", "web-fragment")
            .replaceAll("(?s)<listener>.*?</listener>", "")
            .replaceAll("(?s)<servlet>.*</servlet-mapping>", "");
    String async =
        "<servlet><servlet-name>late</servlet-name><servlet-class>"
            + GreetingServlet.class.getName()
            + "</servlet-class><async-supported>true</async-supported></servlet><servlet-mapping>"
            + "<servlet-name>late</servlet-name><url-pattern>/echo/late</url-pattern></servlet-mapping>";
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war =
            DescribedWar.of(DescriptorText.of("access! /* RFIAE"))
                .fragment(
                    "cors.jar", fragment.replace("</web-fragment>", async + "</web-fragment>"))
                .start()) {
      assertAnswers("401 200", war);
      assertLogged("do: echo (/echo/*), late (/echo/late). Their startAsync() throws", log);
      assertTrue(!log.text().contains("cors"), log.text());
    }
  }

  @Test
  void descriptorOfEntities_isNotChecked_andNobodyGetsInUnsigned() throws Exception {
    String webXml =
        "<!DOCTYPE web-app [<!ENTITY note 'text'>]>"
            + DescriptorText.of(ALL_FIVE)
                .replaceFirst("<listener>", "<display-name>&note;</display-name>$0");
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(webXml).start()) {
      assertAnswers("401 200", war);
      assertLogged("WEB-INF/web.xml cannot be read and is not checked", log);
      assertLogged("INFO The access filter access is not mapped in web.xml as the server", log);
    }
  }

  @Test
  void hugeDescriptor_isNotChecked_andNobodyGetsInUnsigned() throws Exception {
    String comment = "<!-- " + "much to say ".repeat(400_000) + "-->";
    try (HeardLog log = HeardLog.ofLibrary();
        DescribedWar war = DescribedWar.of(comment + DescriptorText.of(UNSAFE)).start()) {
      assertAnswers("401 200", war);
      assertLogged("WEB-INF/web.xml is larger than 4 MiB and is not checked", log);
    }
  }

  @Test
  void formThatAFilterInFrontHasRead_isRefused() throws Exception {
    try (DescribedWar war =
        DescribedWar.of(DescriptorText.of("cors /* RFIAE; " + ALL_FIVE)).start()) {
      assertEquals(200, war.send(form().signedBy(TestApp.ALICE)).status());
      Call read = form().header("X-Read-In-Front", "yes").signedBy(TestApp.ALICE);
      assertEquals("body-incomplete", war.send(read).code());
      Call chunked = form().chunked().header("X-Read-In-Front", "yes").signedBy(TestApp.ALICE);
      assertEquals("body-mismatch", war.send(chunked).code());
    }
  }

  private static Call form() {
    return Call.of("POST", "/shop/echo/a")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body("field=value");
  }
}
