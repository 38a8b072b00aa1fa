package dev.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;

/** A request as a server received it. */
final class RecordedCall {

  private final SignableRequest head;
  private final byte[] body;

  RecordedCall(SignableRequest head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Nothing of it decoded. */
  SignableRequest head() {
    return head;
  }

  /** The bytes that arrived. */
  byte[] body() {
    return body;
  }

  /** Fails unless the request is signed with the secret and its body is the one that was signed. */
  PresentedSignature verified(Secret secret) {
    SignatureScheme scheme = Schemes.countersign1();
    assertTrue(scheme.recognises(head.headers()), "it is signed");
    try {
      PresentedSignature presented = scheme.read(head);
      Coverage.DeclaredDigest coverage = (Coverage.DeclaredDigest) presented.coverage();
      assertTrue(
          presented.isMadeWith(secret, coverage.canonicalRequest()),
          () -> "the server understood:\n" + coverage.canonicalRequest().disclosed());
      assertEquals(ContentDigest.ofBody(body).base64(), coverage.digest().base64());
      return presented;
    } catch (UnreadableSignatureException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The nonce that its signature covers; fails as {@link #verified} does. */
  String verifiedNonce(Secret secret) {
    return ((Replay.Nonce) verified(secret).replay()).value();
  }

  /** The one value of a header, or the empty text. */
  String header(String name) {
    return String.join(", ", head.headers().values(name));
  }
}
