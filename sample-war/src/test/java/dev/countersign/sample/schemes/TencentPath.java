package dev.countersign.sample.schemes;

import dev.countersign.sample.schemes.SchemeSites.SchemeSite;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import java.util.Map;

/**
 * A WAR that stands where Tencent's gateway stood: the first segment below the host names the
 * environment, and callers know nothing of a context path.
 */
record TencentPath(SchemeSite deployed) {

  static TencentPath of(SchemeSites sites) {
    return new TencentPath(
        sites.of(
            "by-path",
            webXml ->
                webXml.accessFilter(
                    "access",
                    "/*",
                    Map.of(
                        "apis", "echo:/echo",
                        "schemes", "countersign-1,tencent",
                        "environmentFrom", "path",
                        "publicPath", "/"))));
  }

  Application application() {
    return deployed.application();
  }

  /** To a path as callers see it. */
  RawRequest request(String method, String target) {
    return RawRequest.of(method, target).add("Host", deployed.site().host());
  }

  /** As the proxy hands it on, with the context path in front. */
  RawResponse send(RawRequest signed) {
    return deployed.site().send(signed.target(deployed.site().path() + signed.target()));
  }

  /** How often the servlets ran, this call included. */
  long invocations() {
    RawRequest count =
        Signer.USUAL
            .get("countersign-1")
            .sign(request("GET", "/release/echo/count"), application());
    return send(count).json().path("count").asLong();
  }
}
