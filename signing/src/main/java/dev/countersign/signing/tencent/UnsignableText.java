package dev.countersign.signing.tencent;

import dev.countersign.signing.CanonicalRequest;

/**
 * Stands where head and body contradict each other, so that no signature may be good for them. It
 * is a text like others so that the refusal takes the time of a wrong signature; it begins with a
 * byte that begins no scheme's text, so that no honest signature is ever one of it.
 *
 * @param shown what the caller's developer gets to see
 */
record UnsignableText(StringToSign shown) implements CanonicalRequest {

  @Override
  public byte[] bytes() {
    byte[] text = shown.bytes();
    byte[] unsignable = new byte[text.length + 1];
    System.arraycopy(text, 0, unsignable, 1, text.length);
    return unsignable;
  }

  @Override
  public String disclosed() {
    return shown.disclosed();
  }
}
