package dev.countersign.sample.vendors;

import com.jdcloud.sdk.auth.CredentialsProvider;
import com.jdcloud.sdk.auth.StaticCredentialsProvider;
import com.jdcloud.sdk.client.Environment;
import com.jdcloud.sdk.client.JdcloudClient;
import com.jdcloud.sdk.client.JdcloudExecutor;
import com.jdcloud.sdk.http.ContentType;
import com.jdcloud.sdk.http.HttpRequestConfig;
import com.jdcloud.sdk.http.Protocol;
import com.jdcloud.sdk.service.JdcloudResponse;
import com.jdcloud.sdk.service.JdcloudUnmarshaller;
import dev.countersign.sample.wire.RawRequest;
import java.util.Arrays;
import java.util.Optional;

/** The pipeline of JD Cloud's Java SDK: executor, SignatureComposer, and its own transport. */
final class JdcloudSdkClient implements VendorClient {

  @Override
  public Optional<RawRequest> sign(Errand errand) throws Exception {
    Service service = new Service(errand);
    errand
        .request()
        .raw()
        .header(RequestCase.HEADER)
        .ifPresent(value -> service.setCustomHeader(RequestCase.HEADER, value));
    new Call(errand)
        .client(service)
        .execute(JdcloudEchoRequest.of(errand.request(), service.type()));
    return Optional.empty();
  }

  /** One call of the API, as generated code describes it. */
  private static final class Call extends JdcloudExecutor {

    private final VendorRequest asked;

    Call(Errand errand) {
      asked = errand.request();
    }

    @Override
    public String method() {
      return asked.raw().method();
    }

    @Override
    public String url() {
      return asked.path();
    }

    @Override
    public Class<? extends JdcloudResponse> returnType() {
      return JdcloudResponse.class;
    }

    @Override
    public JdcloudUnmarshaller getUnmarshaller() {
      return (content, type) -> new JdcloudResponse();
    }
  }

  /** The service that is called. */
  private static final class Service extends JdcloudClient {

    private final Errand errand;

    Service(Errand errand) {
      this.errand = errand;
    }

    ContentType type() {
      String wanted = errand.request().raw().header("Content-Type").orElse("");
      return Arrays.stream(ContentType.values())
          .filter(type -> type.toString().equals(wanted))
          .findFirst()
          .orElse(ContentType.APPLICATION_JSON);
    }

    @Override
    public CredentialsProvider getCredentialsProvider() {
      return new StaticCredentialsProvider(
          errand.application().appKey(), errand.application().secret());
    }

    @Override
    public HttpRequestConfig getHttpRequestConfig() {
      return new HttpRequestConfig.Builder().protocol(Protocol.HTTP).contentType(type()).build();
    }

    @Override
    public Environment getEnvironment() {
      return new Environment.Builder().endpoint(errand.authority()).build();
    }

    @Override
    public String getUserAgent() {
      return "JdcloudSdkJava/2.2.2";
    }

    @Override
    public String getServiceName() {
      return "echo";
    }

    @Override
    public String getVersion() {
      return "";
    }

    @Override
    public String getRegionId() {
      return "cn-north-1";
    }
  }
}
