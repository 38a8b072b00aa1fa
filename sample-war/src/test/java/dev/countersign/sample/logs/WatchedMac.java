package dev.countersign.sample.logs;

import java.nio.ByteBuffer;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** One computation that is handed on, key and result noted. */
final class WatchedMac extends MacSpi implements Cloneable {

  private final Mac jdk;

  WatchedMac(Mac jdk) {
    this.jdk = jdk;
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
    jdk.update(input, offset, length);
  }

  @Override
  protected void engineUpdate(ByteBuffer input) {
    jdk.update(input);
  }

  @Override
  protected byte[] engineDoFinal() {
    byte[] mac = jdk.doFinal();
    Sensitive.NEEDLES.bytes(mac);
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
