package dev.countersign.filter.access;

import dev.countersign.signing.ContentDigest;
import java.util.function.Consumer;

/** The body of one request, nothing of it read yet. Used by one thread. */
public interface BodySource {

  /**
   * The declared length in bytes, 0 also where the protocol says that there is no body (RFC 9112
   * section 6.3), or -1 when only its end will tell. It is the caller's claim and proves nothing.
   */
  long declaredLength();

  /**
   * Reads the whole body and proves that it is the one signed; afterwards the application can have
   * it.
   *
   * @throws BodyException if it is another, too large, too slow, or breaks off
   */
  void prove(ContentDigest signed) throws BodyException;

  /**
   * Proves the body now, as {@link #prove(ContentDigest)} does, or lets the application read it as
   * it arrives and withholds its end until the proof is there. A body that is held was proved by
   * its signature: from now on it takes nothing of what is set aside for bodies of strangers.
   *
   * @param late hears, once, if a body that was let in turns out not to be proved; from any thread
   * @throws BodyException if that is known already
   */
  default void prove(ContentDigest signed, Consumer<BodyException> late) throws BodyException {
    prove(signed);
  }

  /**
   * Refuses what {@link #hold} would refuse whoever asks, before anybody's app key is looked up:
   * after that, the refusal would tell which keys are known.
   *
   * @throws BodyException if the declared length is over the limit, or no room is left for anybody
   */
  default void checkHoldable() throws BodyException {}

  /**
   * Reads the whole body into memory before anything is proved, for schemes whose signature needs
   * it; afterwards the application can have it.
   *
   * @param owner the app key presented, whose share of the budget is used
   * @return the bytes, not to be changed
   * @throws BodyException if it is too large, too slow, breaks off, or the budget is exhausted
   */
  byte[] hold(String owner) throws BodyException;
}
