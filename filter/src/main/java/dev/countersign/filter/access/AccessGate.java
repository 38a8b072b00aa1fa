package dev.countersign.filter.access;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;

/**
 * Decides whether a request may enter: twelve steps in a fixed order, each a class of its own. It
 * answers with a verdict and never throws; a store that fails means {@link Reason#UNAVAILABLE}.
 * Immutable and thread-safe.
 */
public final class AccessGate {

  private static final Logger LOG = System.getLogger(AccessGate.class.getName());
  private static final byte[] NO_BYTES = {};

  private final InstantSource clock;
  private final DecisionListener listener;
  private final TargetStep target;
  private final ReadStep read;
  private final FreshnessStep freshness;
  private final AuthenticateStep authenticate;
  private final ApplicationStep application;
  private final EnvironmentStep environment;
  private final RouteStep route;
  private final GrantStep grant;
  private final SizeStep size;
  private final LimitStep limit;
  private final NonceStep nonce;
  private final BodyStep body;

  /**
   * A gate.
   *
   * @param policy what it asks
   * @param stores whom it asks; not closed by the gate
   * @param callLimit how much applications may call
   * @param clock the time of every decision
   */
  public AccessGate(
      AccessPolicy policy, AccessStores stores, CallLimit callLimit, InstantSource clock) {
    this.clock = clock;
    this.listener = stores.decisions();
    this.target = new TargetStep(policy.authorities());
    this.read = new ReadStep(policy.schemes());
    Windows windows = Windows.of(policy);
    this.freshness = new FreshnessStep(windows);
    this.authenticate = new AuthenticateStep(stores.credentials());
    this.application = new ApplicationStep();
    this.environment = new EnvironmentStep(policy.environments());
    this.route = new RouteStep(stores.apis(), policy.bindings());
    this.grant = new GrantStep(stores.grants());
    this.size = new SizeStep(policy.bodyLimit());
    this.limit = new LimitStep(callLimit);
    this.nonce = new NonceStep(stores.nonces(), windows, policy.replay());
    this.body = new BodyStep();
  }

  /**
   * The verdict on a request; the body is read last, and only for a caller who may have it read.
   */
  public Verdict decide(Arrival arrival, BodySource source) {
    Attempt attempt = new Attempt(arrival, source, clock.instant());
    Verdict verdict = judge(attempt);
    tell(attempt.decision(verdict));
    return verdict;
  }

  private Verdict judge(Attempt attempt) {
    try {
      return admit(attempt);
    } catch (Rejection rejection) {
      return attempt.rejected(rejection.reason(), rejection.explanation());
    } catch (BodyException failed) {
      return attempt.rejected(failed.reason(), String.valueOf(failed.getMessage()));
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "A store is not available", e);
      return attempt.rejected(Reason.UNAVAILABLE, "store: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "Request " + attempt.arrival().requestId() + " is refused because a step failed",
          e);
      return attempt.rejected(Reason.UNAVAILABLE, "a step failed: " + e.getClass().getName());
    }
  }

  private Admitted admit(Attempt attempt) throws Rejection, BodyException {
    target.check(attempt.arrival());
    PresentedSignature presented = read.read(attempt.arrival().signable());
    freshness.check(presented, attempt.now());
    List<CanonicalRequest> texts = texts(attempt, presented);
    Credential credential = authenticate.authenticate(attempt, presented, texts);
    Admitted admitted = authorize(attempt, presented, credential);
    nonce.claim(attempt, admitted, presented);
    limit.take(admitted);
    body.prove(attempt, failed -> tellLate(attempt, failed));
    return admitted;
  }

  private Admitted authorize(Attempt attempt, PresentedSignature presented, Credential credential)
      throws Rejection {
    application.check(credential, presented);
    Placement placement = environment.resolve(attempt.arrival(), presented);
    Api api = route.route(attempt.arrival().signable().method(), placement.path());
    List<Grant> grants = grant.check(credential, placement, api, attempt.now());
    Admitted candidate = new Admitted(credential, placement, api, grants, presented.scheme());
    size.check(attempt.body());
    limit.check(candidate);
    return candidate;
  }

  private List<CanonicalRequest> texts(Attempt attempt, PresentedSignature presented)
      throws Rejection, BodyException {
    if (presented.coverage() instanceof Coverage.DeclaredDigest declared) {
      attempt.bodyIs(declared.digest());
      return declared.canonicalRequests();
    }
    Coverage.WholeBody whole = (Coverage.WholeBody) presented.coverage();
    byte[] bytes =
        attempt.body().declaredLength() == 0 ? NO_BYTES : held(attempt, presented, whole);
    try {
      return BodyStep.texts(whole, bytes);
    } catch (Rejection unreadable) {
      authenticate.inVain(presented, BodyStep.textsWithoutBody(whole));
      throw unreadable;
    }
  }

  private byte[] held(Attempt attempt, PresentedSignature presented, Coverage.WholeBody whole)
      throws Rejection, BodyException {
    attempt.body().checkHoldable();
    foresee(attempt, presented, whole);
    byte[] held = attempt.body().hold(presented.appKey().value());
    attempt.bodyIs(ContentDigest.ofBody(held));
    return held;
  }

  /**
   * Before a body is held for a caller whom nothing proves yet: would he be let in if the signature
   * were good? What fails here has no answer of its own, so that a stranger learns no more than
   * from a wrong signature, and costs the work of one.
   */
  private void foresee(Attempt attempt, PresentedSignature presented, Coverage.WholeBody whole)
      throws Rejection {
    try {
      authorize(attempt, presented, authenticate.unproved(presented.appKey()));
    } catch (Rejection wouldBeRefused) {
      authenticate.inVain(presented, BodyStep.textsWithoutBody(whole));
      throw new Rejection(
          Reason.SIGNATURE_INVALID, "body unread, because: " + wouldBeRefused.explanation());
    }
  }

  /** A body that the application reads as it arrives is judged after the request was admitted. */
  private void tellLate(Attempt attempt, BodyException failed) {
    String explanation = "after it was admitted: " + failed.getMessage();
    LOG.log(
        Level.INFO,
        "Request "
            + attempt.arrival().requestId()
            + ": "
            + failed.reason().code()
            + ' '
            + explanation);
    tell(attempt.decision(attempt.rejected(failed.reason(), explanation)));
  }

  /**
   * Tells a second decision: there is no way into the application for a request that was admitted.
   *
   * @param arrival as it was decided
   * @param admitted the first decision
   * @param refused what the caller gets instead; the caller of this method logs it
   */
  public void tellLate(Arrival arrival, Admitted admitted, Verdict.Rejected refused) {
    tell(
        new Decision(
            arrival.requestId(),
            clock.instant(),
            arrival.signable().method(),
            arrival.signable().path(),
            admitted.applicationId(),
            refused));
  }

  private void tell(Decision decision) {
    try {
      listener.decided(decision);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A decision listener failed", e);
    }
  }
}
