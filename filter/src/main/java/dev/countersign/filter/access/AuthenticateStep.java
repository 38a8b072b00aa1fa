package dev.countersign.filter.access;

import dev.countersign.filter.access.Credential.LiveSecret;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.PresentedSignature;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Step 3, authenticate: the signature is that of the text under one of the application's live
 * secrets. A failing request costs two HMACs, whether the key is unknown, the secret wrong or a
 * rotation under way, so that neither answer nor time tells them apart.
 */
final class AuthenticateStep {

  /** Stands for a text where head and body leave none, so that the refusal takes as long. */
  private static final CanonicalRequest NO_TEXT = new NoText();

  private static final int NONE = -1;

  private final CredentialStore credentials;
  private final Secret dummy = Secret.generate(new SecureRandom());

  AuthenticateStep(CredentialStore credentials) {
    this.credentials = credentials;
  }

  Credential authenticate(
      Attempt attempt, PresentedSignature presented, List<CanonicalRequest> texts)
      throws Rejection {
    Optional<Credential> known = lookUp(presented.appKey());
    known.ifPresent(credential -> attempt.recognised(credential, texts));
    List<LiveSecret> live = known.map(one -> one.liveAt(attempt.now())).orElse(List.of());
    int proving = proving(live, presented, texts);
    if (known.isEmpty() || proving == NONE) {
      throw new Rejection(
          Reason.SIGNATURE_INVALID,
          known.isEmpty() ? "unknown app key" : "the signature does not match");
    }
    attempt.provedBy(live.get(proving).slot());
    return known.get();
  }

  /**
   * The work of a signature that does not match, for one that is not looked at: an unknown app key
   * and that of an application that would not be let in then cost the same.
   */
  void inVain(PresentedSignature presented, List<CanonicalRequest> texts) {
    proving(List.of(), presented, texts);
  }

  /** The credential of a key that nothing proves yet. */
  Credential unproved(AppKey appKey) throws Rejection {
    return lookUp(appKey)
        .orElseThrow(() -> new Rejection(Reason.SIGNATURE_INVALID, "unknown app key"));
  }

  /**
   * Databases may fold case, width or trailing spaces when they compare; a key is equal to the
   * letter or unknown.
   */
  private Optional<Credential> lookUp(AppKey appKey) {
    return credentials.find(appKey).filter(credential -> credential.appKey().equals(appKey));
  }

  /** Which of the live secrets made the signature. */
  private int proving(
      List<LiveSecret> live, PresentedSignature presented, List<CanonicalRequest> texts) {
    List<Secret> secrets = new ArrayList<>(Credential.MAX_SECRETS);
    live.forEach(one -> secrets.add(one.secret()));
    int real = secrets.size();
    while (secrets.size() < Credential.MAX_SECRETS) {
      secrets.add(dummy);
    }
    if (texts.isEmpty()) {
      secrets.forEach(secret -> presented.isMadeWith(secret, NO_TEXT));
    }
    for (CanonicalRequest text : texts) {
      for (int i = 0; i < secrets.size(); i++) {
        if (presented.isMadeWith(secrets.get(i), text) && i < real) {
          return i;
        }
      }
    }
    return NONE;
  }

  private record NoText() implements CanonicalRequest {

    private static final int LENGTH = 256;

    @Override
    public byte[] bytes() {
      return new byte[LENGTH];
    }

    @Override
    public String disclosed() {
      return "";
    }
  }
}
