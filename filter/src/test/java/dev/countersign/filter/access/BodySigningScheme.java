package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A scheme of the second kind: the text that is signed is the nonce and the body itself. */
final class BodySigningScheme implements SignatureScheme {

  static final String ID = "body-signing";

  private final AtomicInteger macs = new AtomicInteger();

  /** How many were computed to verify what this one has read. */
  int macs() {
    return macs.get();
  }

  /** The headers of a request with this body. */
  static Headers sign(AppKey key, Secret secret, String nonce, byte[] body) {
    byte[] mac = secret.hmac(Hmac.Algorithm.SHA256).compute(text(nonce, body));
    return Headers.builder()
        .add("b-key", key.value())
        .add("b-nonce", nonce)
        .add("b-signature", StrictBase64.encode(mac))
        .build();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean recognises(Headers headers) {
    return headers.contains("b-key");
  }

  @Override
  public PresentedSignature read(SignableRequest request) {
    Headers headers = request.headers();
    String nonce = headers.values("b-nonce").get(0);
    return new PresentedSignature(
        ID,
        new AppKey(headers.values("b-key").get(0)),
        Gates.NOW,
        replay(nonce),
        null,
        StrictBase64.decode(headers.values("b-signature").get(0), 32).map(MacTag::of).orElseThrow(),
        secret -> {
          macs.incrementAndGet();
          return secret.hmac(Hmac.Algorithm.SHA256);
        },
        new Coverage.WholeBody(body -> candidates(nonce, body)));
  }

  @Override
  public String challenge(String realm) {
    return "Body realm=\"" + realm + "\"";
  }

  /** A first candidate that never matches stands for the variants that deployed clients have. */
  private static List<CanonicalRequest> candidates(String nonce, byte[] body)
      throws UnreadableSignatureException {
    if (body.length == 0) {
      throw UnreadableSignatureException.malformed("this scheme signs bodies");
    }
    return List.of(canonical(text("other" + nonce, body)), canonical(text(nonce, body)));
  }

  /** A request without a nonce is told from its repetition by its signature. */
  private static Replay replay(String nonce) {
    return nonce.isEmpty() ? new Replay.Signature(false) : new Replay.Nonce(nonce);
  }

  private static byte[] text(String nonce, byte[] body) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes((nonce + "\n").getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(body);
    return text.toByteArray();
  }

  private static CanonicalRequest canonical(byte[] text) {
    return new CanonicalRequest() {
      @Override
      public byte[] bytes() {
        return text.clone();
      }

      @Override
      public String disclosed() {
        return text.length + " bytes";
      }
    };
  }
}
