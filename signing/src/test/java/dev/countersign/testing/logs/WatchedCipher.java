package dev.countersign.testing.logs;

import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;

/**
 * One computation that is handed on; what is sealed or opened in one piece is noted, as the vault
 * does it. TLS, which uses the same cipher, hands over buffers: what goes over a connection is no
 * secret of an application.
 */
final class WatchedCipher extends CipherSpi {

  private final Cipher jdk;
  private boolean sealing;

  WatchedCipher(Cipher jdk) {
    this.jdk = jdk;
  }

  @Override
  protected void engineSetMode(String mode) throws NoSuchAlgorithmException {
    throw new NoSuchAlgorithmException(mode);
  }

  @Override
  protected void engineSetPadding(String padding) throws NoSuchPaddingException {
    throw new NoSuchPaddingException(padding);
  }

  @Override
  protected int engineGetBlockSize() {
    return jdk.getBlockSize();
  }

  @Override
  protected int engineGetOutputSize(int length) {
    return jdk.getOutputSize(length);
  }

  @Override
  protected byte[] engineGetIV() {
    return jdk.getIV();
  }

  @Override
  protected AlgorithmParameters engineGetParameters() {
    return jdk.getParameters();
  }

  @Override
  protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
    jdk.init(mode, key, random);
    begin(mode, key);
  }

  @Override
  protected void engineInit(
      int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    jdk.init(mode, key, parameters, random);
    begin(mode, key);
  }

  @Override
  protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    jdk.init(mode, key, parameters, random);
    begin(mode, key);
  }

  private void begin(int mode, Key key) {
    sealing = mode == Cipher.ENCRYPT_MODE;
    byte[] bytes = key.getEncoded();
    if (bytes != null) {
      Sensitive.NEEDLES.bytes(bytes);
    }
  }

  @Override
  protected byte[] engineUpdate(byte[] input, int offset, int length) {
    return jdk.update(input, offset, length);
  }

  @Override
  protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset)
      throws ShortBufferException {
    return jdk.update(input, offset, length, output, outputOffset);
  }

  @Override
  protected void engineUpdateAAD(byte[] input, int offset, int length) {
    jdk.updateAAD(input, offset, length);
  }

  @Override
  protected byte[] engineDoFinal(byte[] input, int offset, int length)
      throws IllegalBlockSizeException, BadPaddingException {
    byte[] output = jdk.doFinal(input, offset, length);
    Sensitive.NEEDLES.key(sealing ? Arrays.copyOfRange(input, offset, offset + length) : output);
    return output;
  }

  @Override
  protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset)
      throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
    return jdk.doFinal(input, offset, length, output, outputOffset);
  }

  @Override
  protected byte[] engineWrap(Key key) throws IllegalBlockSizeException, InvalidKeyException {
    return jdk.wrap(key);
  }

  @Override
  protected Key engineUnwrap(byte[] wrapped, String algorithm, int type)
      throws InvalidKeyException, NoSuchAlgorithmException {
    return jdk.unwrap(wrapped, algorithm, type);
  }
}
