package dev.countersign.filter.access;

/** Port: how much an application may call. Implementations are thread-safe. */
public interface CallLimit {

  /** No limit. */
  CallLimit UNLIMITED =
      new CallLimit() {
        @Override
        public boolean isExhausted(String applicationId, Api api) {
          return false;
        }

        @Override
        public boolean take(String applicationId, Api api) {
          return true;
        }
      };

  /** Whether nothing is left; takes nothing. */
  boolean isExhausted(String applicationId, Api api);

  /**
   * Takes one unit. Called only after the nonce was claimed, so that a replayed request cannot burn
   * its owner's units.
   *
   * @return whether there was one
   */
  boolean take(String applicationId, Api api);
}
