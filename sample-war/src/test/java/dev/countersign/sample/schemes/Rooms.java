package dev.countersign.sample.schemes;

import dev.countersign.sample.schemes.SchemeSites.SchemeSite;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One WAR with many access filters, each on {@code /echo/<room>/*} with settings of its own, over
 * one store. {@code /echo/count} takes the native scheme.
 *
 * @param settings those of each room
 */
record Rooms(SchemeSite deployed, Map<String, Map<String, String>> settings) {

  private static final Map<String, String> USUAL = Map.of("apis", "echo:/echo");

  /** The one WAR with the rooms of all tests. */
  static Rooms of(SchemeSites sites) {
    Map<String, Map<String, String>> rooms = new LinkedHashMap<>();
    for (Map<String, Map<String, String>> some :
        List.of(
            SchemeAloneIT.rooms(),
            SchemeSettingsIT.rooms(),
            DiagnosticsIT.rooms(),
            TencentAnswersIT.rooms(),
            StatedEnvironmentIT.rooms(),
            ReportOnlyIT.rooms(),
            RepeatedRequestsIT.rooms())) {
      some.forEach(
          (name, settings) -> {
            if (rooms.put(name, settings) != null) {
              throw new AssertionError("two rooms are called " + name);
            }
          });
    }
    return new Rooms(sites.of("rooms", webXml -> with(webXml, rooms)), rooms);
  }

  private static WebXml with(WebXml webXml, Map<String, Map<String, String>> rooms) {
    webXml.accessFilter("count", "/echo/count", USUAL);
    rooms.forEach(
        (room, settings) -> {
          Map<String, String> all = new TreeMap<>(USUAL);
          all.putAll(settings);
          webXml.accessFilter(room, "/echo/" + room + "/*", all);
        });
    return webXml;
  }

  Site site() {
    return deployed.site();
  }

  Application application() {
    return deployed.application();
  }

  RawRequest request(String room, String method, String below) {
    if (!settings.containsKey(room)) {
      throw new AssertionError("no room " + room);
    }
    return site().request(method, "/echo/" + room + below);
  }

  RawResponse send(RawRequest request) {
    return site().send(request);
  }

  /** Status and code, such as {@code 401 stale}; the code is a hyphen where there is none. */
  static String outcome(RawResponse answer) {
    return answer.status() == 200 ? "200" : answer.status() + " " + answer.code();
  }
}
