package dev.countersign.signing.rfc9421;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;
import static dev.countersign.signing.scheme.UnreadableSignatureException.unsupported;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.StatedEnvironment;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * HTTP Message Signatures with {@code hmac-sha256} (RFC 9421 section 3.3.3). The signature covers
 * at least method, authority, path and query, and of a body its digest and type. Immutable and
 * thread-safe.
 */
public final class Rfc9421Scheme implements SignatureScheme {

  private static final String INPUT = "signature-input";
  private static final String SIGNATURE = "signature";
  private static final int MAC_BYTES = 32;
  private static final Set<String> REQUIRED = Set.of("@method", "@authority", "@path", "@query");

  private final Rfc9421Options options;

  private Rfc9421Scheme(Rfc9421Options options) {
    this.options = options;
  }

  /** The scheme with these options. */
  public static Rfc9421Scheme of(Rfc9421Options options) {
    return new Rfc9421Scheme(options);
  }

  @Override
  public String id() {
    return "rfc9421";
  }

  @Override
  public boolean isForeign() {
    return false;
  }

  @Override
  public List<SchemeOption> options() {
    return List.of(
        SchemeOption.valued(
            "label",
            "<label>",
            "the one signature that counts; others are ignored",
            label -> of(options.withLabel(label))));
  }

  /** {@code Signature} alone is not a mark: older drafts and applications use that name too. */
  @Override
  public boolean recognises(Headers headers) {
    return headers.contains(INPUT);
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    Headers headers = request.headers();
    Map<String, SignatureInput> inputs = dictionary(headers, INPUT, SignatureInput::read);
    String label = label(inputs.keySet());
    SignatureInput input = Objects.requireNonNull(inputs.get(label));
    String mac = mac(dictionary(headers, SIGNATURE, FieldParser::bytes), label);
    if (!input.plain()) {
      throw unsupported("Signature-Input: parameters of components are not spoken here");
    }
    if (!input.components().containsAll(REQUIRED)) {
      throw malformed("a signature covers @method, @authority, @path and @query");
    }
    SignatureParameters parameters = SignatureParameters.of(input.parameters());
    return new PresentedSignature(
        id(),
        parameters.keyId(),
        parameters.created(),
        parameters.replay(),
        StatedEnvironment.read(headers, input.components()::contains),
        tag(mac),
        secret -> secret.hmac(Hmac.Algorithm.SHA256),
        CoveredBody.coverage(headers, input.components(), texts(request, input)),
        parameters.lifetime());
  }

  @Override
  public String challenge(String realm) {
    return "Signature realm=\"" + realm + "\", alg=\"hmac-sha256\"";
  }

  /**
   * Where TLS ends in front of the server, nobody here knows the scheme that the caller saw; a
   * signature over it holds for either.
   */
  private static List<CanonicalRequest> texts(SignableRequest request, SignatureInput input)
      throws UnreadableSignatureException {
    List<CanonicalRequest> texts = new ArrayList<>(2);
    texts.add(new Components(request, "https").base(input));
    if (Components.needScheme(input.components())) {
      texts.add(new Components(request, "http").base(input));
    }
    return texts;
  }

  private String label(Set<String> labels) throws UnreadableSignatureException {
    if (!options.label().isEmpty() && labels.contains(options.label())) {
      return options.label();
    }
    if (options.label().isEmpty() && labels.size() == 1) {
      return labels.iterator().next();
    }
    throw malformed("Signature-Input does not hold exactly the one signature that is accepted");
  }

  private String mac(Map<String, String> macs, String label) throws UnreadableSignatureException {
    String mac = macs.get(label);
    if (mac == null || (options.label().isEmpty() && macs.size() > 1)) {
      throw malformed("Signature does not hold exactly the signature of Signature-Input");
    }
    return mac;
  }

  private static <T> Map<String, T> dictionary(
      Headers headers, String name, FieldParser.MemberReader<T> reader)
      throws UnreadableSignatureException {
    FieldCursor cursor = new FieldCursor(name, SingleHeader.required(headers, name).strip());
    return FieldParser.dictionary(cursor, reader);
  }

  private static MacTag tag(String base64) throws UnreadableSignatureException {
    return StrictBase64.decode(base64, MAC_BYTES)
        .map(MacTag::of)
        .orElseThrow(() -> malformed("Signature is the base64 of 32 bytes, in its one spelling"));
  }
}
