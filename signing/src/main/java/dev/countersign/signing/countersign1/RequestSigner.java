package dev.countersign.signing.countersign1;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Signs requests for callers in the native scheme, with the code that the verifier builds its
 * canonical request with. Immutable and thread-safe: one signer serves a whole program.
 */
public final class RequestSigner {

  private static final int NONCE_BYTES = 18;

  private final AppKey appKey;
  private final Secret secret;
  private final String environment;
  private final InstantSource clock;
  private final SecureRandom random;

  private RequestSigner(
      AppKey appKey, Secret secret, String environment, InstantSource clock, SecureRandom random) {
    this.appKey = appKey;
    this.secret = secret;
    this.environment = environment;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A signer for one application in one environment.
   *
   * @param environment the environment the caller means, such as {@code release}
   * @param clock the time to sign; {@code InstantSource.system()} in a program
   */
  public static RequestSigner of(
      AppKey appKey, Secret secret, String environment, InstantSource clock) {
    return of(appKey, secret, environment, clock, new SecureRandom());
  }

  /**
   * A signer that draws its nonces from this source, 18 bytes at a time.
   *
   * @param random a source that never repeats itself, also not after a restart
   */
  public static RequestSigner of(
      AppKey appKey, Secret secret, String environment, InstantSource clock, SecureRandom random) {
    return new RequestSigner(appKey, secret, environment, clock, random);
  }

  /**
   * The headers to add to the request so that it is signed: {@code Content-Digest} and the {@code
   * X-App-*} headers. Each call draws a new nonce, so a request that is sent again is signed again.
   *
   * @param request the head as it will be sent; Content-Type and Content-Encoding included where
   *     they will be sent
   * @param body the digest of the body as it will be sent; {@link ContentDigest#OF_NOTHING} without
   *     one
   * @param signedHeaders names of further headers of the request to sign, in any order and
   *     case-insensitive
   * @throws IllegalArgumentException if the request cannot be signed as it is; the message names
   *     the part
   */
  public Map<String, String> sign(
      SignableRequest request, ContentDigest body, Collection<String> signedHeaders) {
    Map<String, String> added = new LinkedHashMap<>();
    added.put("X-App-Key", appKey.value());
    added.put("X-App-Timestamp", Countersign1Timestamp.format(clock.instant()));
    added.put("X-App-Nonce", nonce());
    added.put("X-App-Environment", environment);
    if (!signedHeaders.isEmpty()) {
      added.put("X-App-Signed-Headers", list(signedHeaders));
    }
    added.put("Content-Digest", body.headerValue());
    added.put("X-App-Signature", signature(with(request, added)));
    return added;
  }

  private String signature(SignableRequest request) {
    try {
      byte[] text = Countersign1Reader.read(request).bytes();
      byte[] mac = secret.hmac(Hmac.Algorithm.SHA256).compute(text);
      return Countersign1Headers.SIGNATURE_VERSION + StrictBase64.encode(mac);
    } catch (UnreadableSignatureException e) {
      throw new IllegalArgumentException("this request cannot be signed: " + e.getMessage(), e);
    }
  }

  private static SignableRequest with(SignableRequest request, Map<String, String> added) {
    Headers.Builder headers = Headers.builder();
    request.headers().names().forEach(name -> headers.addAll(name, request.headers().values(name)));
    added.forEach(headers::add);
    return new SignableRequest(
        request.method(), request.authority(), request.path(), request.query(), headers.build());
  }

  private static String list(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>();
    names.forEach(name -> sorted.add(name.toLowerCase(Locale.ROOT)));
    return String.join(";", sorted);
  }

  private String nonce() {
    byte[] raw = new byte[NONCE_BYTES];
    random.nextBytes(raw);
    return new String(
        Base64.getUrlEncoder().withoutPadding().encode(raw), StandardCharsets.US_ASCII);
  }
}
