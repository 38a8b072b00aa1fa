package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.UnreadableSignatureException;

/** The hash that {@code X-Ca-Signature-Method} names. */
enum SignatureMethod {
  /** The usual one, and where none is named. */
  SHA256(Hmac.Algorithm.SHA256, 32),
  /** An older one. */
  SHA1(Hmac.Algorithm.SHA1, 20);

  private final Hmac.Algorithm hash;
  private final int bytes;

  SignatureMethod(Hmac.Algorithm hash, int bytes) {
    this.hash = hash;
    this.bytes = bytes;
  }

  /**
   * @param name empty where none is named
   */
  static SignatureMethod named(String name, AliyunOptions options)
      throws UnreadableSignatureException {
    if (name.isEmpty() || name.equals("HmacSHA256")) {
      return SHA256;
    }
    if (name.equals("HmacSHA1") && options.sha1()) {
      return SHA1;
    }
    throw unsupported("X-Ca-Signature-Method: this method is not accepted here");
  }

  Hmac.Algorithm hash() {
    return hash;
  }

  MacTag tag(String signature) throws UnreadableSignatureException {
    return StrictBase64.decode(signature, bytes)
        .map(MacTag::of)
        .orElseThrow(() -> malformed("X-Ca-Signature is the base64 of a MAC, in its one spelling"));
  }
}
