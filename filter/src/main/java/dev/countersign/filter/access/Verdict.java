package dev.countersign.filter.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gate's answer: admitted or rejected, nothing else. */
public sealed interface Verdict permits Verdict.Rejected, Admitted {

  /**
   * A refusal.
   *
   * @param reason what the caller is told
   * @param explanation the precise cause, for log and audit only; holds no value that was sent and
   *     no secret
   * @param canonicalRequest makes what the server would have signed, masked; only where the app key
   *     is known, else {@code null}. Made when it is asked for and not before, so that refusing a
   *     known key is no more work than refusing an unknown one
   */
  record Rejected(Reason reason, String explanation, @Nullable Supplier<String> canonicalRequest)
      implements Verdict {}
}
