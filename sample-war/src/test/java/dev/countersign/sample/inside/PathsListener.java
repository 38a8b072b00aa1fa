package dev.countersign.sample.inside;

import dev.countersign.filter.SharedStores;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.NewApi;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.NewGrant;
import dev.countersign.persistence.management.Paging;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.InstantSource;
import java.util.List;

/** Defines one group that spans the whole WAR, and grants some of its APIs to each application. */
public final class PathsListener implements ServletContextListener {

  private static final Actor.Operator OPERATOR = new Actor.Operator("path-tests");

  private static final List<String> OF_ECHO =
      List.of("/echo/**", "/api/**", "/api/admin/open/**", "/files/**", "/one.do", "/exact");

  private static final List<String> OF_SHOP_FRONT =
      List.of("/api/admin/**", "/files/secret/**", "/two.do", "/**");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try (SharedStores.Lease lease =
        SharedStores.open(event.getServletContext(), InstantSource.system())) {
      Management management = Management.of(lease.stores());
      String shop = management.accounts().findByName(OPERATOR, "shop").id();
      String group =
          management.apiGroups().define(OPERATOR, new NewApiGroup(shop, "paths", "")).id();
      OF_ECHO.forEach(template -> grant(management, shop, group, "echo", template));
      OF_SHOP_FRONT.forEach(template -> grant(management, shop, group, "shop-front", template));
    }
  }

  private static void grant(
      Management management, String account, String group, String name, String template) {
    String api = management.apis().define(OPERATOR, NewApi.of(group, "*", template)).id();
    String application =
        management.applications().list(OPERATOR, account, name, Paging.first()).items().stream()
            .filter(found -> found.name().equals(name))
            .findFirst()
            .orElseThrow()
            .id();
    management
        .grants()
        .grant(OPERATOR, NewGrant.of(application, new GrantTarget.OneApi(api), "release"));
  }
}
