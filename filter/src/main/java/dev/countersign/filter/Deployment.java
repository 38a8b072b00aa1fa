package dev.countersign.filter;

import dev.countersign.filter.access.AccessGate;
import dev.countersign.filter.access.AccessPolicy;
import dev.countersign.filter.access.CallLimit;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.body.SpoolArea;
import dev.countersign.filter.settings.FilterSettings;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one filter together from its settings. */
final class Deployment {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  private final FilterConfig config;
  private final ServletContext context;
  private final FilterSettings settings;
  private final InstantSource clock;

  private Deployment(FilterConfig config, FilterSettings settings, InstantSource clock) {
    this.config = config;
    this.context = config.getServletContext();
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The door of a filter; {@code null} after a fault of the configuration, which is logged with its
   * cure.
   */
  static @Nullable Door open(FilterConfig config) {
    try {
      Linkage.check();
      InstantSource clock = InstantSource.system();
      ServletContext context = config.getServletContext();
      FilterSettings settings =
          FilterSettings.read(parameters(config), TemporaryDirectory.of(context), clock.instant());
      Door door = new Deployment(config, settings, clock).door();
      announceOrClose(config.getFilterName(), settings, door);
      return door;
    } catch (SettingsException fault) {
      LOG.log(
          Level.ERROR,
          "The access filter "
              + config.getFilterName()
              + " is out of service, every request is answered 503. "
              + fault.getMessage(),
          fault.getCause());
      return null;
    }
  }

  private Door door() {
    SpoolArea spool = spool();
    try {
      return door(spool);
    } catch (RuntimeException | Error e) {
      close(spool);
      throw e;
    }
  }

  private Door door(SpoolArea spool) {
    AccessPolicy policy = settings.policy();
    DeploymentCheck check = new DeploymentCheck(config, settings);
    StoreLink<AccessGate> link =
        new StoreLink<>(
            "access filter " + config.getFilterName(),
            () -> SharedStores.open(context, clock),
            stores -> {
              check.compare(stores.apis());
              return new AccessGate(policy, stores, CallLimit.UNLIMITED, clock);
            });
    ServletRequests requests = new ServletRequests(settings.publicPath(), context.getContextPath());
    RejectionResponse rejections =
        new RejectionResponse(
            settings.challenges(), settings.diagnostics(), TencentCallers.of(settings), clock);
    Reception reception =
        new Reception(
            link, requests, spool, settings.body(), MultipartRules.of(context), rejections);
    ReportOnly reportOnly =
        new ReportOnly(settings.reportOnlyUntil(), link, requests, reception, clock);
    link.open();
    return new AccessDoor(
        reception,
        reportOnly,
        check,
        () -> {
          link.close();
          close(spool);
        });
  }

  private SpoolArea spool() {
    try {
      return SpoolArea.open(settings.body());
    } catch (IOException e) {
      throw new SettingsException(
          "The setting spoolDirectory takes a directory that exists and can be written to, not "
              + settings.body().spoolDirectory(),
          e);
    }
  }

  private static void close(SpoolArea spool) {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A log may fail, for want of a jar of its own; then nothing may stay open behind a shut door.
   */
  private static void announceOrClose(String name, FilterSettings settings, Door door) {
    try {
      announce(name, settings);
    } catch (RuntimeException | Error e) {
      closeAfter(door, e);
      throw e;
    }
  }

  private static void closeAfter(Door door, Throwable failure) {
    try {
      door.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static void announce(String name, FilterSettings settings) {
    LOG.log(Level.INFO, "The access filter " + name + " has started: " + settings.summary());
    if (settings.authorities().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "The access filter "
              + name
              + " answers to any host. Name yours in the setting authority, so that a request"
              + " signed for another host cannot be sent here.");
    }
    for (String caution : settings.cautions()) {
      LOG.log(Level.WARNING, "The access filter " + name + ' ' + caution);
    }
    if (settings.reportOnlyUntil() != null) {
      LOG.log(
          Level.WARNING,
          "The access filter "
              + name
              + " lets every request pass until "
              + settings.reportOnlyUntil()
              + " (reportOnly).");
    }
  }

  private static Map<String, String> parameters(FilterConfig config) {
    Map<String, String> parameters = new HashMap<>();
    for (String name : Collections.list(config.getInitParameterNames())) {
      parameters.put(name, String.valueOf(config.getInitParameter(name)));
    }
    return parameters;
  }
}
