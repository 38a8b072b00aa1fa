package dev.countersign.signing.tencent;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The strings to sign for a head and a body: one for most requests, more where clients differ about
 * escapes, order or the environment segment, and never more than {@value #MAX_TEXTS}.
 */
record SignedBodyReading(SignedHead head, TencentOptions options) implements Coverage.BodyReading {

  static final int MAX_TEXTS = 16;

  @Override
  public List<CanonicalRequest> canonicalRequests(byte[] body) throws UnreadableSignatureException {
    Optional<String> form = form(body);
    if (form.isEmpty() || PercentDecoding.path(head.path()).isEmpty()) {
      return List.of();
    }
    Parameters parameters = Parameters.of(head.query(), form.get());
    Set<String> lastParts = parameters.areDecodable() ? lastParts(parameters) : Set.of();
    return ContentMd5.lines(head, body, options).stream()
        .flatMap(md5 -> lastParts.stream().map(last -> text(md5, last)))
        .limit(MAX_TEXTS)
        .toList();
  }

  /** The form as text, empty when the body is no form; none when it can be no client's form. */
  private Optional<String> form(byte[] body) {
    return head.isForm()
        ? PercentDecoding.utf8(body).filter(t -> t.chars().noneMatch(Character::isISOControl))
        : Optional.of("");
  }

  private Set<String> lastParts(Parameters parameters) {
    SignedPaths paths = SignedPaths.of(head.path());
    Set<String> parts = new LinkedHashSet<>();
    for (ParameterHabit habit : ParameterHabit.values()) {
      habit
          .write(parameters)
          .ifPresent(
              written -> {
                paths.raw().forEach(path -> parts.add(joined(path, written)));
                if (habit.decodes()) {
                  paths.decoded().forEach(path -> parts.add(joined(path, written)));
                }
              });
    }
    return parts;
  }

  private static String joined(String path, String parameters) {
    return parameters.isEmpty() ? path : path + '?' + parameters;
  }

  private CanonicalRequest text(String contentMd5Line, String lastPart) {
    return new StringToSign(head, contentMd5Line, lastPart);
  }
}
