package dev.countersign.sample.wire;

/** The native scheme as {@link WireSigner} signs it. */
record NativeSigner() implements Signer {

  @Override
  public RawRequest sign(RawRequest request, Application application) {
    return WireSigner.sign(request, application);
  }

  @Override
  public String shown(RawRequest signed) {
    return WireSigner.canonical(signed);
  }

  @Override
  public byte[] mac(RawRequest signed, Application application) {
    return Macs.hmac("HmacSHA256", Macs.utf8(application.secret()), shown(signed));
  }
}
