package dev.countersign.sample.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Hands a browser to the tests of a class, and looks at the end at what it asked for: one origin,
 * and nothing to complain of. Without a browser the tests are skipped, but not where CI runs them.
 */
final class InBrowser implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(InBrowser.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    String missing = Browser.missing();
    if (!missing.isEmpty() && "true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    if (!missing.isEmpty()) {
      abort(missing);
    }
    context.getStore(OURS).put(ChromeDriver.class, Browser.start());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ChromeDriver driver = context.getStore(OURS).get(ChromeDriver.class, ChromeDriver.class);
    if (driver == null) {
      return;
    }
    try {
      NetworkLog log = NetworkLog.of(driver);
      log.assertOneOrigin();
      log.assertNoComplaint();
    } finally {
      driver.quit();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(OURS).get(ChromeDriver.class);
  }
}
