package dev.countersign.sample.browser;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the provider of APIs does, and an operator for him. */
@ExtendWith({InBrowser.class, Sites.Extension.class})
class GrantsBrowserIT {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Parcels, version: "1"}
      paths:
        /parcels:
          get: {summary: All parcels, responses: {}}
          post: {summary: Sends one, responses: {}}
        /parcels/{id}:
          get: {summary: One parcel, responses: {}}
      """;

  private final Site site;
  private final Sites sites;
  private final ChromeDriver driver;

  GrantsBrowserIT(Sites sites, ChromeDriver driver) {
    this.sites = sites;
    this.site = sites.of(SiteKind.BROWSER);
    this.driver = driver;
  }

  private Visit as(String user) {
    return new Visit(driver, site, sites.users().named(user)).begin();
  }

  private static void createGroup(Visit visit, String name) {
    visit.open("/apis", "API groups").press("New group");
    if (visit.operator()) {
      visit.choose("Account", "shop");
    }
    visit.fill("Name", name).fill("Description", "of a test").press("Create").heading(name);
  }

  private static void addApi(Visit visit, String template) {
    visit.press("Add API").fill("Path template", template).press("Add").seesRow(template, "GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void group_isDefinedFromADocumentWithAPreview(String user, @TempDir Path directory)
      throws IOException {
    Visit visit = as(user);
    String name = "parcels-" + user;
    createGroup(visit, name);
    addApi(visit, "/parcels");
    Path file = Files.writeString(directory.resolve("parcels.yaml"), DOCUMENT);
    visit
        .upload("File (JSON or YAML)", file)
        .press("Preview")
        .sees("Nothing has been created yet.");
    visit.seesRow("All parcels", "present").seesRow("Sends one", "new").press("Import them");
    visit.sees("2 APIs were created.").seesRow("One parcel", "Remove");
    visit.press("Describe").fill("Description", "Parcels, once more").press("Save");
    visit
        .sees("Parcels, once more")
        .press("Delete")
        .confirm("Delete")
        .sees("group")
        .press("Cancel");
    visit.press("Remove", "One parcel").confirm("Remove").seesNot("is no longer in the group");
    visit.open("/apis", "API groups").follow(name).heading(name).seesRow("/parcels", "GET");
    visit.seesNoRow("One parcel").seesRow("Sends one", "POST").calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void api_isGrantedToOwnAndToPartnersApplicationsAndRevoked(String user) {
    Visit visit = as(user);
    String name = "granted-" + user;
    createGroup(visit, name);
    addApi(visit, "/granted/{id}");
    visit.follow("Grant").heading("Grant").tick("Single APIs").tick("GET /granted/{id}");
    visit.choose("Environment", "release").tick("no-grant").fill("Roles", "clerk reader");
    visit.press("Grant").sees("Granted to no-grant: GET /granted/{id} in release.");
    visit.tick("A partner's application").fill("Application id", "nobody").press("Find");
    visit.sees("No such application");
    visit.fill("Application id", site.application("partner-feed").applicationId()).press("Find");
    visit.sees("partner-feed").tick("The whole group " + name + ", also APIs that it gets later");
    visit.pick("Expires (UTC)", "2031-02-03T04:05:06").press("Grant");
    visit.sees("Granted to partner-feed: group " + name);
    visit.follow("All grants of the group").heading(name);
    visit.seesRow("no-grant", "GET /granted/{id}").seesRow("no-grant", "clerk, reader");
    visit.seesRow("partner-feed (partner)", "2031-02-03 04:05:06 UTC").calm();
    visit.press("Change", "partner-feed").fill("Roles", "courier").press("Save");
    visit.seesRow("partner-feed (partner)", "courier");
    visit.press("Revoke", "partner-feed").confirm("Revoke").seesNoRow("partner-feed");
    visit
        .press("Revoke", "no-grant")
        .confirm("Revoke")
        .sees("Nothing of this group is granted yet.");
    visit.calm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "admin"})
  void groups_areBoundToAnAuthorizationAndUnbound(String user) {
    Visit visit = as(user);
    String name = "bound-" + user;
    createGroup(visit, name);
    visit.open("/authorizations", "Authorizations");
    if (visit.operator()) {
      visit.choose("Provider", "shop");
    }
    visit.follow("test-only").heading("test-only");
    visit.within("Bind groups").tick(name).choose("Environment", "test").press("Bind").within("");
    visit.seesRow(name, "test");
    visit
        .within("Unbind groups")
        .tick(name)
        .choose("Environment", "test")
        .press("Unbind")
        .within("");
    visit.seesNoRow(name).seesRow("echo", "test").calm();
  }
}
