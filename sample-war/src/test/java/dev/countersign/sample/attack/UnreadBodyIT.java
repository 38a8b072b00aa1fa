package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.EndlessUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import dev.countersign.sample.wire.WireSigner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger does not make the server read a body. */
@ExtendWith(Sites.Extension.class)
class UnreadBodyIT {

  private static final long TWO_GIB = 2L << 30;
  private static final long LARGE = 256L << 20;
  private static final long EIGHT_MIB = 8L << 20;

  private static final String WRONG_SECRET = "not-the-secret-of-anybody";
  private static final String UNKNOWN_KEY = "ak-that-nobody-was-given";
  private static final String TYPE = "application/octet-stream";

  private final Site site;
  private final Site everyForm;
  private final String server;

  UnreadBodyIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
    everyForm = sites.of(SiteKind.EVERY_FORM);
    server = sites.server().name();
  }

  @Test
  void twoGibWithABadSignature_isNotRead() throws Exception {
    long before = site.invocations();
    RawRequest head =
        WireSigner.sign(
                site.request("POST", "/echo/big")
                    .set("Content-Type", TYPE)
                    .add("Content-Digest", "sha-256=:" + WireSigner.digest(new byte[1]) + ":"),
                site.application("echo").withSecret(WRONG_SECRET))
            .inChunks();

    EndlessUpload.Outcome outcome = EndlessUpload.send(site.client(), head, TWO_GIB);

    assertEquals(401, outcome.answer().status(), outcome::toString);
    assertEquals("signature-invalid", outcome.answer().code());
    assertNotReadOn(outcome);
    assertEquals(before + 1, site.invocations());
  }

  /** GlassFish answers at once and then takes what still comes, to no end. */
  private void assertNotReadOn(EndlessUpload.Outcome outcome) {
    assertTrue(
        outcome.bytesThatLeft() <= EIGHT_MIB || server.startsWith("GlassFish"), outcome::toString);
  }

  /**
   * Under each scheme, also those whose signature needs the body: of that, so much is read as is
   * held for somebody unproved.
   */
  @ParameterizedTest(name = "{0}, unknown key: {1}")
  @MethodSource("schemes")
  void largeBodyOfAStranger_isNotReadUnderAnyScheme(String scheme, boolean unknown)
      throws Exception {
    Application known = everyForm.application("every-scheme").withSecret(WRONG_SECRET);
    Application stranger = unknown ? known.withAppKey(UNKNOWN_KEY) : known;
    RawRequest call = everyForm.request("POST", "/echo/a").body(TYPE, "x");
    RawRequest head = Signer.USUAL.get(scheme).sign(call, stranger).inChunks();
    long before = everyForm.invocations();

    EndlessUpload.Outcome outcome = EndlessUpload.send(everyForm.client(), head, LARGE);

    assertEquals(before + 1, everyForm.invocations());
    String told = outcome.answer().status() + " " + outcome.answer().code();
    assertTrue(List.of("401 signature-invalid", "413 too-large").contains(told), told);
    assertNotReadOn(outcome);
  }

  /** Not one byte of it is asked for: who waited for one would answer 408, and much later. */
  @ParameterizedTest(name = "{0}, told to wait: {1}")
  @MethodSource("schemes")
  void bodyThatDoesNotCome_isNotWaitedForUnderAnUnknownKey(String scheme, boolean expects)
      throws Exception {
    Application stranger = everyForm.application("every-scheme").withAppKey(UNKNOWN_KEY);
    RawRequest call = everyForm.request("POST", "/echo/a").body(TYPE, "x".repeat(1000));
    RawRequest signed = Signer.USUAL.get(scheme).sign(call, stranger);
    RawRequest head = expects ? signed.add("Expect", "100-continue") : signed;
    RawResponse answer = EndlessUpload.send(everyForm.client(), head, 0).answer();
    assertEquals("401 signature-invalid", answer.status() + " " + answer.code());
  }

  static Stream<Arguments> schemes() {
    return Signer.SCHEMES.stream()
        .flatMap(scheme -> Stream.of(Arguments.of(scheme, true), Arguments.of(scheme, false)));
  }

  @Test
  void declaredLengthOverTheLimit_isRefusedBeforeTheBodyIsSent() throws Exception {
    long before = site.invocations();
    RawRequest head =
        site.signed(
            site.request("POST", "/echo/big")
                .set("Content-Type", TYPE)
                .add("Content-Length", Long.toString(TWO_GIB))
                .add("Content-Digest", "sha-256=:" + WireSigner.digest(new byte[1]) + ":"));

    EndlessUpload.Outcome outcome = EndlessUpload.send(site.client(), head, 0);

    assertEquals(413, outcome.answer().status(), outcome::toString);
    assertEquals("too-large", outcome.answer().code());
    assertEquals(before + 1, site.invocations());
  }
}
