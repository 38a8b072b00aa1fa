package dev.countersign.filter.access;

import org.jspecify.annotations.Nullable;

/** The gate's answer: admitted or rejected, nothing else. */
public sealed interface Verdict permits Verdict.Rejected, Admitted {

  /**
   * A refusal.
   *
   * @param reason what the caller is told
   * @param explanation the precise cause, for log and audit only; holds no value that was sent and
   *     no secret
   * @param canonicalRequest what the server would have signed, masked; only where the app key is
   *     known, else {@code null}
   */
  record Rejected(Reason reason, String explanation, @Nullable String canonicalRequest)
      implements Verdict {}
}
