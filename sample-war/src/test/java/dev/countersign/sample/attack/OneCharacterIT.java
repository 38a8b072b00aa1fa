package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.WireSigner;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One other character, at every position of every part that is signed. Where the changed request is
 * one that anybody might send, it is admitted when signed again: the refusal was the signature's.
 */
@ExtendWith(Sites.Extension.class)
class OneCharacterIT {

  private static final Set<String> REFUSALS =
      Set.of("signature-invalid", "scheme-unsupported", "malformed", "stale");

  private final Site site;

  OneCharacterIT(Sites sites) {
    site = sites.of(SiteKind.WHOLE);
  }

  @ParameterizedTest(name = "in {0}")
  @EnumSource(value = SignedPart.class, mode = EnumSource.Mode.EXCLUDE, names = "BODY")
  void oneCharacterChanged_isRefused(SignedPart part) {
    RawRequest signed = site.signed(request());
    for (int at = 0; at < part.text(signed).length(); at++) {
      RawRequest changed = part.changed(signed, at);
      RawResponse answer = site.refused(changed);
      String where = part + " at " + at + ": " + part.text(changed) + " -> " + answer;
      // In the context's name the server itself finds nobody to ask.
      boolean elsewhere = part == SignedPart.PATH && at < site.path().length() + 1;
      assertTrue(elsewhere ? answer.status() >= 400 : REFUSALS.contains(answer.code()), where);
    }
    site.assertAdmitted(signed);
  }

  /** The body is proved last, when the nonce is used up: so each is signed anew. */
  @Test
  void oneCharacterOfTheBodyChanged_isBodyMismatch() {
    int length = request().body().length;
    for (int at = 0; at < length; at++) {
      RawRequest signed = site.signed(request());
      site.assertRefused(401, "body-mismatch", SignedPart.BODY.changed(signed, at));
      site.assertRefused(401, "replayed", signed);
    }
  }

  @ParameterizedTest(name = "in {0}")
  @EnumSource(
      value = SignedPart.class,
      names = {
        "METHOD",
        "HOST",
        "PATH",
        "QUERY",
        "CONTENT_TYPE",
        "CONTENT_ENCODING",
        "BODY",
        "NONCE",
        "SIGNED_HEADER"
      })
  void oneCharacterChangedAndSignedAgain_isAdmitted(SignedPart part) {
    RawRequest signed = site.signed(request());
    int first = part == SignedPart.PATH ? (site.path() + "/echo/").length() : 0;
    for (int at = first; at < part.text(signed).length(); at++) {
      RawRequest changed = part.changed(signed, at);
      RawRequest bare = changed.without("Content-Digest");
      site.assertAdmitted(
          part == SignedPart.NONCE
              ? site.signed(bare)
              : WireSigner.again(bare, site.application("echo")));
    }
  }

  @Test
  void timestampChangedWithinTheWindowAndSignedAgain_isAdmitted() {
    for (int seconds : new int[] {-200, -9, -1, 1, 9, 200}) {
      String other = WireSigner.at(ServerClock.now().plusSeconds(seconds));
      site.assertAdmitted(site.signed(request().set("X-App-Timestamp", other)));
    }
  }

  @Test
  void environmentChangedToAnotherGrantedOneAndSignedAgain_isAdmitted() {
    RawRequest signed = site.signed(request());
    site.assertRefused(401, "signature-invalid", signed.set("X-App-Environment", "test"));
    site.assertAdmitted(site.signed(request().set("X-App-Environment", "test")));
  }

  @Test
  void digestOfAnotherBodySignedAgain_isBodyMismatch() {
    RawRequest signed = site.signed(request());
    String digest = "sha-256=:" + WireSigner.digest(new byte[] {'x'}) + ":";
    site.assertRefused(401, "signature-invalid", signed.set("Content-Digest", digest));
    site.assertRefused(401, "body-mismatch", site.signed(request().set("Content-Digest", digest)));
  }

  private RawRequest request() {
    return site.request("POST", "/echo/one/a%20b?x=1&y=%20c")
        .add("X-Tenant", "acme 17")
        .add("X-App-Signed-Headers", "x-tenant")
        .add("Content-Encoding", "x-none")
        .body("application/json", "{\"quantity\":1}");
  }
}
