package dev.countersign.signing.fuzz;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Secret;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All parsers of one scheme: as it is, with its switches on, and with some options. */
record SchemeTarget(List<SignatureScheme> variants) implements FuzzTarget {

  private static final Secret SECRET = Secret.ofText("the-quick-brown-fox-jumps-again!");

  static SchemeTarget of(String id, Map<String, String> options) {
    SignatureScheme scheme = Schemes.byId(id).orElseThrow();
    Map<String, String> switches = new TreeMap<>();
    scheme.options().stream()
        .filter(option -> option.value().isEmpty())
        .map(SchemeOption::name)
        .forEach(name -> switches.put(name, ""));
    return new SchemeTarget(
        Stream.of(Map.<String, String>of(), switches, options)
            .distinct()
            .map(some -> Schemes.with(scheme, some))
            .toList());
  }

  @Override
  public Set<String> outcomes(byte[] input) {
    HeadText text = HeadText.of(input);
    Set<String> outcomes = new TreeSet<>();
    variants.forEach(variant -> outcomes.add(outcome(variant, text)));
    return outcomes;
  }

  private static String outcome(SignatureScheme scheme, HeadText text) {
    if (!scheme.recognises(text.request())) {
      return "not of this scheme";
    }
    try {
      PresentedSignature presented = scheme.read(text.request());
      return presented.coverage() instanceof Coverage.WholeBody whole
          ? tried(presented, whole.reading().canonicalRequests(text.body()), "body signed")
          : tried(
              presented,
              ((Coverage.DeclaredDigest) presented.coverage()).canonicalRequests(),
              "digest declared");
    } catch (UnreadableSignatureException e) {
      return Reading.refusal(e);
    }
  }

  /** Everything that a verifier does with it. */
  private static String tried(
      PresentedSignature presented, List<CanonicalRequest> texts, String how) {
    for (CanonicalRequest text : texts) {
      presented.isMadeWith(SECRET, text);
      text.disclosed();
    }
    return texts.isEmpty() ? "no signature can be good" : "readable, " + how;
  }
}
