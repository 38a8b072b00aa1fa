package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.testing.HeardLog;
import jakarta.servlet.FilterConfig;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong at deployment: 503, the servlet never runs, and the log teaches. */
class BrokenConfigurationTest {

  private static final String PROVIDER = ProvidedStores.class.getName();

  private final Recorder servlet = Recorder.greeting();

  @BeforeEach
  void reset() {
    ProvidedStores.reset();
  }

  private void assertClosed(TestWar.Builder builder, String taught) throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = builder.servlet("/*", servlet).start()) {
      for (Call call :
          new Call[] {Call.get("/shop/echo/a"), Call.get("/shop/echo/a").signedBy(TestApp.ALICE)}) {
        Answer answer = call.send(war);
        assertEquals(503, answer.status());
        assertEquals("unavailable", answer.code());
        assertEquals("5", answer.header("retry-after"));
      }
      assertEquals(0, servlet.invocations());
      assertTrue(log.text().contains(taught), log.text());
      assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("SEVERE")), log.text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apis           |                | The setting apis is missing",
        "apis           | orders:/a,echo:/a/b | lies inside /a: groups must not overlap",
        "colour         | blue           | Unknown setting colour. Known settings: environment, environmentFrom,",
        "environment    | a/b            | The setting environment takes a name of",
        "environmentFrom| cookie         | takes `fixed` or `path` or `header` or `host`, not \"cookie\"",
        "environmentFrom| host           | environmentHosts and environmentFrom=host only go together",
        "environmentHosts| a=test        | environmentHosts and environmentFrom=host only go together",
        "publicPath     | shop           | The setting publicPath takes a raw path",
        "authority      | a b            | The setting authority takes host names",
        "schemes        | rot13          | The setting schemes takes scheme ids",
        "clockSkew      | 300            | The setting clockSkew takes a duration",
        "bodyMode       | memory         | The setting bodyMode takes `spool` or `stream`",
        "bodyLimit      | 64 elephants   | The setting bodyLimit takes a size",
        "bodyLimit      | 2GiB           | bodyLimit is larger than spoolBudget",
        "bodyTimeout    | 0s             | The setting bodyTimeout takes a duration",
        "spoolMemory    | -1             | The setting spoolMemory takes a size",
        "spoolDirectory | /dev/null/x    | The setting spoolDirectory takes a directory",
        "unverifiedBodyLimit| 17MiB      | a quarter of unverifiedBodyBudget",
        "parameterLimit | many           | The setting parameterLimit takes a whole number",
        "diagnostics    | yes            | The setting diagnostics takes `true` or `false`",
        "webSocket      | allowed        | The setting webSocket takes `refused` or `unprotected`",
        "reportOnly     | tomorrow       | The setting reportOnly takes an instant",
        "reportOnly     | 2099-01-01T00:00:00Z | reportOnly lies more than 30 days ahead",
        "foreignClockSkew| 900           | The setting foreignClockSkew takes a duration",
        "replay         | nonce          | The setting replay takes `signature` or `off`",
        "schemeOptions  | aws4.signed    | aws4 has no option",
        "schemeOptions  | aws4.presigned | options of aws4, which schemes leaves out",
        "environment    | ${env:COUNTERSIGN_NOT_SET} | the environment variable is not set",
        "apis           | ${file:/no/such/file} | the file cannot be read"
      })
  void wrongSetting_isUnavailable(String name, String value, String taught) throws Exception {
    TestWar.Builder builder = TestWar.war().stores(new TestStores());
    builder = value == null ? builder.withoutSetting(name) : builder.setting(name, value);
    assertClosed(builder, taught);
  }

  static Stream<Arguments> stores() {
    return Stream.of(
        stores(
            "no provider",
            war -> war,
            "There is no store: put countersign-persistence.jar into WEB-INF/lib"),
        stores(
            "two providers",
            war -> provided(war, PROVIDER, PROVIDER + "$Another"),
            "more than one provider of stores"),
        stores(
            "no such provider",
            war -> provided(war, "no.such.Provider"),
            "is one of its jars missing?"),
        stores(
            "no provider at all",
            war -> provided(war, "dev.countersign.filter.Recorder"),
            "is one of its jars missing?"),
        stores(
            "unknown context-param",
            war -> provided(war, PROVIDER).parameter("countersign.jdbcURL", "x"),
            "Unknown context-param countersign.jdbcURL. Known: countersign.jdbcPassword, countersign.jdbcUrl."),
        stores(
            "unresolved context-param",
            war ->
                provided(war, PROVIDER).parameter("countersign.jdbcPassword", "${file:/no/secret}"),
            "The setting countersign.jdbcPassword holds ${file:/no/secret}, but the file cannot be read"),
        stores(
            "idle context-param",
            war -> war.stores(new TestStores()).parameter("countersign.jdbcUrl", "x"),
            "these context-params do nothing: countersign.jdbcUrl"),
        stores(
            "foreign attribute",
            war -> war.stores("no stores"),
            "have countersign-filter.jar once"),
        stores(
            "foreign sharing",
            war -> provided(war, PROVIDER).attribute("dev.countersign.stores.shared", "a String"),
            "have countersign-filter.jar once"));
  }

  private static Arguments stores(
      String what, UnaryOperator<TestWar.Builder> change, String taught) {
    return Arguments.of(what, change, taught);
  }

  static TestWar.Builder provided(TestWar.Builder war, String... providers) {
    return war.with(context -> context.setParentClassLoader(ProvidedStores.loader(providers)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stores")
  void wrongStores_areUnavailable(String what, UnaryOperator<TestWar.Builder> change, String taught)
      throws Exception {
    assertClosed(change.apply(TestWar.war()), taught);
    assertEquals(0, ProvidedStores.attempts.size());
  }

  @Test
  void settingsFaultOfTheProvider_isFinal() throws Exception {
    ProvidedStores.opening =
        settings -> {
          throw new SettingsException("countersign.jdbcUrl is missing");
        };
    assertClosed(provided(TestWar.war(), PROVIDER), "countersign.jdbcUrl is missing");
    assertEquals(1, ProvidedStores.attempts.size());
  }

  @Test
  void missingClassOfTheProvider_isUnavailable() throws Exception {
    ProvidedStores.opening =
        settings -> {
          throw new NoClassDefFoundError("org/eclipse/persistence/jpa/PersistenceProvider");
        };
    assertClosed(
        provided(TestWar.war(), PROVIDER), "org/eclipse/persistence/jpa/PersistenceProvider");
  }

  @Test
  void password_isNotLogged() throws Exception {
    ProvidedStores.opening =
        settings -> {
          throw new SettingsException("wrong");
        };
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war =
            provided(TestWar.war(), PROVIDER)
                .parameter("countersign.jdbcPassword", "s3cr3t-word")
                .start()) {
      assertEquals("s3cr3t-word", ProvidedStores.attempts.get(0).get("jdbcPassword"));
      assertTrue(!log.text().contains("s3cr3t-word"), log.text());
      assertTrue(war.port() > 0);
    }
  }

  @Test
  void initOfAContainerThatFails_doesNotThrow() throws Exception {
    AccessFilter filter = new AccessFilter();
    filter.init(
        (FilterConfig)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FilterConfig.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("a container that is broken");
                }));
    filter.destroy();
    filter.destroy();
    assertEquals(0, servlet.invocations());
  }
}
