package dev.countersign.sample.attack;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.DerivedKeySigner;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.Signer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * One way to call, by a row of {@code no-oracle.csv}.
 *
 * @param covers whether the signature covers a {@code digest} or the {@code body} itself, or the
 *     body is {@code unreadable} under the scheme
 * @param digestHeader in which the SHA-256 of the body is declared; empty for none
 */
record OracleCall(
    String scheme, String covers, String method, String type, String body, String digestHeader) {

  private static final String PRESIGNED = "aws4-presigned";
  private static final int MORE_THAN_IS_HELD = 3 << 20;

  /** The first column is for people. */
  static OracleCall of(ArgumentsAccessor row) {
    return new OracleCall(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        text(row, 4),
        text(row, 5),
        text(row, 6));
  }

  private static String text(ArgumentsAccessor row, int column) {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  boolean isReadable() {
    return !covers.equals("unreadable");
  }

  /** Whether a body is read before anybody is known, if one is announced. */
  boolean isHeld() {
    return !covers.equals("digest");
  }

  /** Whether one is announced, so that nobody is known before it is read. */
  boolean isReadFirst() {
    return isHeld() && !body.isEmpty();
  }

  WholeAnswer answerTo(Application application, Site site) {
    return WholeAnswer.to(signed(method, application, site), site.client());
  }

  /** To a head that announces more than is ever held; some servers let no GET do that. */
  String answerToALongBody(Application application, Site site) {
    RawRequest head =
        signed("POST", application, site)
            .set("Content-Length", Integer.toString(MORE_THAN_IS_HELD));
    return WholeAnswer.toHead(head, site.client());
  }

  private RawRequest signed(String with, Application application, Site site) {
    RawRequest bare = site.request(with, "/echo/a");
    RawRequest request = type.isEmpty() ? bare : bare.body(type, body);
    if (scheme.equals(PRESIGNED)) {
      return DerivedKeySigner.aws4().presign(request, application);
    }
    RawRequest declared =
        digestHeader.isEmpty() ? request : request.add(digestHeader, sha256(request.body()));
    return Signer.USUAL.get(scheme).sign(declared, application);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
