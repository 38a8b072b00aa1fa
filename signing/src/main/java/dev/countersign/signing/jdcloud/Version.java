package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.scheme.UnreadableSignatureException;

/** The two versions of the signature; their keys are derived from different prefixes. */
enum Version {
  /** Java, Go, C++, Rust, and the SDK for Node. */
  JDCLOUD2("jdcloud2_request"),
  /** Python, PHP, and the signer for Node. */
  JDCLOUD3("jdcloud3_request");

  private final String termination;

  Version(String termination) {
    this.termination = termination;
  }

  static Version named(String algorithm) throws UnreadableSignatureException {
    for (Version version : values()) {
      if (version.algorithm().equals(algorithm)) {
        return version;
      }
    }
    throw unsupported("Authorization: only JDCLOUD2- and JDCLOUD3-HMAC-SHA256 are spoken here");
  }

  /** The word that begins {@code Authorization} and the string to sign. */
  String algorithm() {
    return name() + "-HMAC-SHA256";
  }

  /** The end of a credential scope. */
  String termination() {
    return termination;
  }
}
