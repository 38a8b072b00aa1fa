package dev.countersign.testing.logs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** One computation that is handed on, key and result noted. */
final class WatchedMac extends MacSpi implements Cloneable {

  /** The MAC of this text under a master key is the key's public name. */
  private static final byte[] NAMING = "countersign master key id".getBytes(StandardCharsets.UTF_8);

  private static final LongAdder COMPUTED = new LongAdder();

  private final Mac jdk;
  private boolean naming;

  WatchedMac(Mac jdk) {
    this.jdk = jdk;
  }

  /** How many there were so far, of tests and of the server. */
  static long computed() {
    return COMPUTED.sum();
  }

  @Override
  protected int engineGetMacLength() {
    return jdk.getMacLength();
  }

  @Override
  protected void engineInit(Key key, AlgorithmParameterSpec parameters)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    jdk.init(key, parameters);
    byte[] bytes = key.getEncoded();
    if (bytes != null) {
      Sensitive.NEEDLES.key(bytes);
    }
  }

  @Override
  protected void engineUpdate(byte input) {
    jdk.update(input);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    // Which call it is, and no secret: nothing is told by how long it takes.
    naming = Arrays.equals(input, offset, offset + length, NAMING, 0, NAMING.length);
    jdk.update(input, offset, length);
  }

  @Override
  protected void engineUpdate(ByteBuffer input) {
    jdk.update(input);
  }

  @Override
  protected byte[] engineDoFinal() {
    byte[] mac = jdk.doFinal();
    COMPUTED.increment();
    if (naming) {
      Sensitive.NEEDLES.known(HexFormat.of().formatHex(mac));
    } else {
      Sensitive.NEEDLES.bytes(mac);
    }
    return mac;
  }

  @Override
  protected void engineReset() {
    jdk.reset();
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    return new WatchedMac((Mac) jdk.clone());
  }
}
