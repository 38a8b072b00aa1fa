package dev.countersign.filter;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.AccessStoresProvider;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.settings.StoreSettings;
import jakarta.servlet.ServletContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the one provider of stores in the WAR and has it open them from the context-params. */
final class StoreOpening {

  private StoreOpening() {}

  static AccessStores open(ServletContext context, InstantSource clock) {
    AccessStoresProvider provider = provider(context);
    return provider.open(StoreSettings.read(parameters(context), provider.settingNames()), clock);
  }

  /** Settings beside stores of the WAR's own would silently do nothing. */
  static void refuseSettings(ServletContext context) {
    String idle =
        parameters(context).keySet().stream()
            .filter(name -> name.startsWith(StoreSettings.PREFIX))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!idle.isEmpty()) {
      throw new SettingsException(
          "The WAR brings its own stores under "
              + SharedStores.ATTRIBUTE
              + ", so these context-params do nothing: "
              + idle);
    }
  }

  private static AccessStoresProvider provider(ServletContext context) {
    List<AccessStoresProvider> found = new ArrayList<>();
    try {
      ServiceLoader.load(AccessStoresProvider.class, context.getClassLoader()).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      throw new SettingsException(
          "A provider of stores cannot be loaded: is one of its jars missing?", e);
    }
    if (found.isEmpty()) {
      throw new SettingsException(
          "There is no store: put countersign-persistence.jar into WEB-INF/lib and name the database in the context-param"
              + " countersign.jdbcUrl or countersign.dataSource, or put stores of your own under the context attribute "
              + SharedStores.ATTRIBUTE);
    }
    if (found.size() > 1) {
      throw new SettingsException(
          "There is more than one provider of stores, keep one jar of: "
              + found.stream()
                  .map(each -> each.getClass().getName())
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }

  private static Map<String, String> parameters(ServletContext context) {
    Map<String, String> parameters = new HashMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      parameters.put(name, String.valueOf(context.getInitParameter(name)));
    }
    return parameters;
  }
}
