package dev.countersign.sample.transparency;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.UncheckedIOException;

/** Sends the requests of cells, signed where there is a filter. Thread-safe. */
final class CellCalls {

  static final String HTTP_1 = "HTTP/1.1";
  static final String HTTP_2 = "h2c";

  private static final int PATIENCE_SECONDS = 30;
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_BROKEN = 40;

  private final Sites sites;
  private final MatrixReport report;

  CellCalls(Sites sites, MatrixReport report) {
    this.sites = sites;
    this.report = report;
  }

  /**
   * What comes of one request, which is silence after so many seconds.
   *
   * @param kind that of the cell, or the same without the filter
   */
  Outcome once(Cell cell, SiteKind kind, int seconds) {
    Site site = sites.of(kind);
    RawRequest request = request(cell, site);
    try {
      return Outcome.of(send(cell, kind, request, seconds), request, site);
    } catch (UncheckedIOException none) {
      return Outcome.of(none);
    }
  }

  /**
   * The answer; asks once more where the server broke the connection, as Tomcat does with HTTP/2
   * now and then, and never where it was silent.
   */
  RawResponse answer(Cell cell, SiteKind kind) {
    for (int attempt = 1; ; attempt++) {
      try {
        return send(cell, kind, request(cell, sites.of(kind)), PATIENCE_SECONDS);
      } catch (UncheckedIOException none) {
        if (Outcome.isSilence(none) || attempt == MOST_ATTEMPTS || report.broken() >= MOST_BROKEN) {
          throw none;
        }
        report.broke(cell, none);
      }
    }
  }

  private RawResponse send(Cell cell, SiteKind kind, RawRequest bare, int seconds) {
    Site site = sites.of(kind);
    RawRequest request = kind == cell.filtered() ? site.signed(bare) : bare;
    return cell.protocol().equals(HTTP_2)
        ? new Http2Client(site.port()).send(request, seconds)
        : site.client().send(request, seconds);
  }

  private static RawRequest request(Cell cell, Site site) {
    return cell.request(Bodies.ofMatrix(site).get(cell.body()));
  }
}
