package dev.countersign.persistence.command;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.filter.settings.Placeholders;
import dev.countersign.persistence.management.Accounts;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.ApiDetails;
import dev.countersign.persistence.management.ApiGroupDetails;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.IssuedApplication;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.ManagementException;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.persistence.management.Page;
import dev.countersign.persistence.management.Paging;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes an application of the account {@code default} and grants it an API, so that a first call
 * can be made. The group and the API are defined where they are not yet. The store's settings are
 * system properties of the names that they have in {@code web.xml}, and may refer to environment
 * variables and files as there.
 *
 * <pre>{@code
 * java -cp 'WEB-INF/lib/*' -Dcountersign.jdbcUrl=... -Dcountersign.masterKey=file:... \
 *   dev.countersign.persistence.command.FirstApplication my-program orders 'GET /orders/{id}' release
 * }</pre>
 *
 * <p>Prints the app key and the secret, which is shown this once; also if the application was made
 * and could not be granted the API, which is then said. Ends with 0, with 1 if not all could be
 * done, and with 2 if it was not called rightly.
 */
public final class FirstApplication {

  private static final String USAGE =
      "usage: FirstApplication <application name> <API group> '<METHOD> <path template>' <environment>\n"
          + "with -Dcountersign.jdbcUrl=... -Dcountersign.masterKey=... as in web.xml";
  private static final String PREFIX = "countersign.";
  private static final Actor.Operator INSTALLER = new Actor.Operator("installation");

  private final Management management;

  private FirstApplication(Management management) {
    this.management = management;
  }

  /** Runs the command. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getProperties(), System.out, System.err));
  }

  static int run(String[] arguments, Properties properties, PrintStream out, PrintStream err) {
    String[] operation = arguments.length == 4 ? arguments[2].split(" ", -1) : new String[0];
    if (operation.length != 2) {
      err.println(USAGE);
      return 2;
    }
    try (Management management = Management.open(settings(properties), InstantSource.system())) {
      new FirstApplication(management)
          .make(arguments[0], arguments[1], operation[0], operation[1], arguments[3], out);
      return 0;
    } catch (ManagementException | SettingsException | StoreUnavailableException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static Map<String, String> settings(Properties properties) {
    Map<String, String> settings = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        settings.put(name.substring(PREFIX.length()), properties.getProperty(name));
      }
    }
    return Placeholders.resolved(settings);
  }

  private void make(
      String name,
      String group,
      String method,
      String template,
      String environment,
      PrintStream out) {
    management.environments().findByName(INSTALLER, environment);
    String account = management.accounts().findByName(INSTALLER, Accounts.DEFAULT).id();
    GrantTarget target = new GrantTarget.OneApi(api(group(account, group), method, template));
    IssuedApplication issued =
        management.applications().create(INSTALLER, NewApplication.of(account, name));
    // Before the grant, which may fail: the secret cannot be read again.
    out.println("app key: " + issued.secret().appKey().value());
    out.println("application id: " + issued.application().id());
    out.println("environment: " + environment);
    out.println("secret: " + issued.secret().take());
    management
        .grants()
        .grant(INSTALLER, NewGrant.of(issued.application().id(), target, environment));
  }

  private String group(String accountId, String name) {
    return first(
            paging -> management.apiGroups().list(INSTALLER, accountId, paging),
            group -> group.name().equals(name))
        .map(ApiGroupDetails::id)
        .orElseGet(
            () ->
                management
                    .apiGroups()
                    .define(INSTALLER, new NewApiGroup(accountId, name, ""))
                    .id());
  }

  private String api(String groupId, String method, String template) {
    return first(
            paging -> management.apis().list(INSTALLER, groupId, paging),
            api -> api.method().equals(method) && api.template().equals(template))
        .map(ApiDetails::id)
        .orElseGet(
            () -> management.apis().define(INSTALLER, NewApi.of(groupId, method, template)).id());
  }

  private static <T> Optional<T> first(Function<Paging, Page<T>> list, Predicate<T> wanted) {
    Paging paging = Paging.first();
    while (true) {
      Page<T> page = list.apply(paging);
      Optional<T> found = page.items().stream().filter(wanted).findFirst();
      if (found.isPresent() || !page.more()) {
        return found;
      }
      paging = paging.next();
    }
  }
}
