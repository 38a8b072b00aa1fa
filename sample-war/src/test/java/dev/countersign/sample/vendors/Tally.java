package dev.countersign.sample.vendors;

/** What was counted of one client; a request that went wrong counts as none of them. */
final class Tally {

  private int requests;
  private int admitted;
  private int tampered;
  private int listed;
  private Runnable undo = () -> {};

  void admitted() {
    requests++;
    admitted++;
    undo = () -> admitted--;
  }

  void tampered() {
    requests++;
    tampered++;
    undo = () -> tampered--;
  }

  void refusedAsListed() {
    requests++;
    listed++;
    undo = () -> listed--;
  }

  /** The last one was not what it was counted as. */
  void failed() {
    undo.run();
  }

  boolean isComplete() {
    return admitted > 0 && tampered > 0 && requests == admitted + tampered + listed;
  }

  @Override
  public String toString() {
    return requests
        + " requests, "
        + admitted
        + " admitted, "
        + tampered
        + " tampered refused"
        + (listed == 0 ? "" : ", " + listed + " refused as documented");
  }
}
