package dev.countersign.filter.access;

import dev.countersign.signing.scheme.PresentedSignature;

/** Step 4, application: it is enabled, and it may sign with this scheme. */
final class ApplicationStep {

  void check(Credential credential, PresentedSignature presented) throws Rejection {
    if (!credential.enabled()) {
      throw new Rejection(Reason.APPLICATION_DISABLED, "the application is disabled");
    }
    if (!credential.schemes().contains(presented.scheme())) {
      throw new Rejection(
          Reason.SCHEME_UNSUPPORTED, "the application does not list " + presented.scheme());
    }
  }
}
