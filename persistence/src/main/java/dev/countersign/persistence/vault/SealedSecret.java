package dev.countersign.persistence.vault;

/** A secret as it lies in its row. Immutable. */
public final class SealedSecret {

  private final String masterKeyId;
  private final byte[] bytes;

  /** What a row holds: the id of the master key, and the ciphertext. */
  public SealedSecret(String masterKeyId, byte[] bytes) {
    this.masterKeyId = masterKeyId;
    this.bytes = bytes.clone();
  }

  /** Id of the master key that opens it. */
  public String masterKeyId() {
    return masterKeyId;
  }

  /** The ciphertext, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
