package dev.countersign.benchmarks;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import dev.countersign.signing.scheme.Coverage.DeclaredDigest;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same GET under the native scheme: its bare HMAC, the signature proved, and signing. */
@State(Scope.Thread)
public class SignatureBenchmark extends Measured {

  private final SignatureScheme scheme = Gates.scheme("countersign-1");
  private final SignedCall call = SignedCall.of("countersign-1");
  private final SignableRequest unsigned = call.unsigned();
  private final Hmac hmac = Gates.SECRET.hmac(Hmac.Algorithm.SHA256);
  private final byte[] text = text(presented());
  private final RequestSigner signer =
      RequestSigner.of(Gates.KEY, Gates.SECRET, "release", Gates.CLOCK);

  /** Made by JMH. */
  public SignatureBenchmark() {}

  private PresentedSignature presented() {
    try {
      return scheme.read(call.request());
    } catch (UnreadableSignatureException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] text(PresentedSignature presented) {
    return ((DeclaredDigest) presented.coverage()).canonicalRequest().bytes();
  }

  /** The HMAC over the finished canonical request. */
  @Benchmark
  public byte[] hmac() {
    return hmac.compute(text);
  }

  /** Headers read, canonical request built, HMAC compared. */
  @Benchmark
  public boolean prove() {
    PresentedSignature presented = presented();
    DeclaredDigest declared = (DeclaredDigest) presented.coverage();
    if (!presented.isMadeWith(Gates.SECRET, declared.canonicalRequest())) {
      throw new IllegalStateException("the signature does not match");
    }
    return true;
  }

  /** What a caller does, with a new nonce. */
  @Benchmark
  public Map<String, String> sign() {
    return signer.sign(unsigned, ContentDigest.OF_NOTHING, Set.of());
  }
}
