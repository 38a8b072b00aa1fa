package dev.countersign.signing.tencent;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.UnreadableSignatureException;

/** The values of the {@code algorithm} parameter. */
enum TencentAlgorithm {
  HMAC_SHA1("hmac-sha1", Hmac.Algorithm.SHA1, 20),
  HMAC_SHA256("hmac-sha256", Hmac.Algorithm.SHA256, 32),
  HMAC_SHA384("hmac-sha384", Hmac.Algorithm.SHA384, 48),
  HMAC_SHA512("hmac-sha512", Hmac.Algorithm.SHA512, 64);

  private final String wireName;
  private final Hmac.Algorithm hash;
  private final int bytes;

  TencentAlgorithm(String wireName, Hmac.Algorithm hash, int bytes) {
    this.wireName = wireName;
    this.hash = hash;
    this.bytes = bytes;
  }

  static TencentAlgorithm named(String name, TencentOptions options)
      throws UnreadableSignatureException {
    for (TencentAlgorithm algorithm : values()) {
      if (algorithm.wireName.equals(name) && algorithm.isEnabled(options)) {
        return algorithm;
      }
    }
    throw unsupported("Authorization: this algorithm is not known or not enabled here");
  }

  Hmac.Algorithm hash() {
    return hash;
  }

  /** The MAC of a {@code signature} parameter. */
  MacTag tag(String base64) throws UnreadableSignatureException {
    return StrictBase64.decode(base64, bytes)
        .map(MacTag::of)
        .orElseThrow(
            () ->
                malformed(
                    "Authorization: signature is the padded base64 of "
                        + bytes
                        + " bytes, in its one spelling"));
  }

  private boolean isEnabled(TencentOptions options) {
    return switch (this) {
      case HMAC_SHA1 -> options.sha1();
      case HMAC_SHA256 -> true;
      case HMAC_SHA384, HMAC_SHA512 -> options.sha384AndSha512();
    };
  }
}
