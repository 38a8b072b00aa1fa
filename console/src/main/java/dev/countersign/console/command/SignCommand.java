package dev.countersign.console.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a request in the native scheme. */
@Command(
    name = "sign",
    description = "Prints the curl line of a request, signed by countersign-1; it serves once.")
final class SignCommand implements Callable<Integer> {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Root root;

  @Mixin private SecretSource source = new SecretSource();

  @Parameters(
      index = "0",
      paramLabel = "METHOD",
      converter = NotEmpty.class,
      description = "of HTTP, in upper case, such as GET")
  private String method = "";

  @Parameters(
      index = "1",
      paramLabel = "URL",
      converter = NotEmpty.class,
      description = "with scheme and host, such as https://host/orders/17")
  private String url = "";

  @Option(
      names = "--app-key",
      paramLabel = "KEY",
      description = "else the variable COUNTERSIGN_APP_KEY")
  private @Nullable String appKey;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "else the variable COUNTERSIGN_ENVIRONMENT")
  private @Nullable String environment;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "a header to send")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--sign-header", paramLabel = "NAME", description = "one of them to sign, too")
  private List<String> signedHeaders = new ArrayList<>();

  @Option(names = "--data", paramLabel = "TEXT", description = "the body")
  private @Nullable String data;

  @Option(names = "--data-file", paramLabel = "FILE", description = "the file that holds the body")
  private @Nullable String dataFile;

  SignCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (data != null && dataFile != null) {
      throw CommandFault.usage("a body is either --data or --data-file");
    }
    URI target = SignedUrl.of(url);
    Map<String, String> sent = SignedUrl.headers(headers);
    byte[] body = body();
    if (body != null && sent.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
      // What curl would add by itself, unsigned.
      sent.put("Content-Type", FORM);
    }
    sent.putAll(signature(target, sent, body));
    String line = new CurlLine(method, target.toString(), sent, data, dataFile).text();
    Output output = root.output();
    if (output.isJson()) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.put("curl", line);
      ObjectNode all = result.putObject("headers");
      sent.forEach(all::put);
      output.print(result);
    } else {
      output.line(line);
    }
    return ExitCodes.OK;
  }

  private Map<String, String> signature(
      URI target, Map<String, String> sent, byte @Nullable [] body) {
    Headers.Builder head = Headers.builder();
    sent.forEach(head::add);
    String query = target.getRawQuery();
    SignableRequest request =
        new SignableRequest(
            method,
            SignableRequest.canonicalAuthority(target.getRawAuthority()),
            target.getRawPath(),
            query == null ? "" : query,
            head.build());
    ContentDigest digest = body == null ? ContentDigest.OF_NOTHING : ContentDigest.ofBody(body);
    try {
      return signer().sign(request, digest, signedHeaders);
    } catch (IllegalArgumentException e) {
      throw CommandFault.usage(Output.safe(String.valueOf(e.getMessage())));
    }
  }

  private RequestSigner signer() {
    Terminal terminal = root.terminal();
    String key = given("--app-key", appKey, "COUNTERSIGN_APP_KEY");
    String stage = given("--environment", environment, "COUNTERSIGN_ENVIRONMENT");
    return RequestSigner.of(new AppKey(key), source.secret(terminal), stage, terminal.clock());
  }

  private String given(String option, @Nullable String written, String variable) {
    String value = written == null ? root.terminal().variable(variable) : written;
    if (value == null) {
      throw CommandFault.usage("say " + option + ", or set the variable " + variable);
    }
    return value;
  }

  private byte @Nullable [] body() {
    if (data != null) {
      return data.getBytes(StandardCharsets.UTF_8);
    }
    return dataFile == null ? null : GivenFile.bytes(dataFile);
  }
}
