package dev.countersign.sample.mutation;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.RawRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The requests that are good until something is changed: everything that a scheme signs is there.
 */
final class Bases {

  private static final List<Function<Site, RawRequest>> ALL =
      List.of(
          site -> bare(site, "GET", "/echo/shelf"),
          site -> bare(site, "GET", "/echo/shelf/a%20b?colour=blue&size=4&note=%2Fc%C3%BC&flag="),
          site ->
              bare(site, "POST", "/echo/orders?dry=1&by=me")
                  .body("application/json", "{\"item\":\"pen\",\"quantity\":1}"),
          site ->
              bare(site, "POST", "/echo/orders?dry=1&by=me")
                  .body("application/x-www-form-urlencoded", "item=red+pen&note=a%2Fb&quantity=1"));

  static final int COUNT = ALL.size();

  private Bases() {}

  /**
   * One of them.
   *
   * @param mark makes it another request than those before, also to a scheme without a nonce
   */
  static RawRequest of(Site site, Client client, int kind, String mark) {
    RawRequest bare = ALL.get(kind).apply(site);
    String before = bare.target().contains("?") ? "&call=" : "/";
    RawRequest base = bare.target(bare.target() + before + mark);
    boolean signsAccept =
        Set.of(Client.TENCENT, Client.TENCENT_WITHOUT_MD5, Client.ALIYUN).contains(client);
    return signsAccept ? base.add("Accept", "application/json, text/plain") : base;
  }

  private static RawRequest bare(Site site, String method, String below) {
    return site.request(method, below).add("X-Tenant", "acme 17");
  }
}
