package dev.countersign.filter.access;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gate, with what is known so far for log, audit and
 * diagnostics. One thread only.
 */
final class Attempt {

  private final Arrival arrival;
  private final BodySource body;
  private final Instant now;
  private ContentDigest bodyDigest = ContentDigest.OF_NOTHING;
  private @Nullable Credential known;
  private @Nullable CanonicalRequest text;
  private int secretSlot;

  Attempt(Arrival arrival, BodySource body, Instant now) {
    this.arrival = arrival;
    this.body = body;
    this.now = now;
  }

  Arrival arrival() {
    return arrival;
  }

  BodySource body() {
    return body;
  }

  Instant now() {
    return now;
  }

  /** Notes the digest of the body: declared and signed, or that of the bytes held. */
  void bodyIs(ContentDigest digest) {
    this.bodyDigest = digest;
  }

  ContentDigest bodyDigest() {
    return bodyDigest;
  }

  /**
   * Notes that the app key presented is that of a known application, and the text the server would
   * have signed, the likeliest of these.
   */
  void recognised(Credential credential, List<CanonicalRequest> texts) {
    this.known = credential;
    this.text = texts.isEmpty() ? null : texts.get(0);
  }

  /** Notes which secret made the signature. */
  void provedBy(int slot) {
    this.secretSlot = slot;
  }

  Verdict.Rejected rejected(Reason reason, String explanation) {
    return new Verdict.Rejected(reason, explanation, text == null ? null : text::disclosed);
  }

  Decision decision(Verdict verdict) {
    return new Decision(
        arrival.requestId(),
        now,
        arrival.signable().method(),
        arrival.signable().path(),
        known == null ? null : known.applicationId(),
        verdict,
        secretSlot);
  }
}
