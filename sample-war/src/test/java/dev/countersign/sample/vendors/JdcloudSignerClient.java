package dev.countersign.sample.vendors;

import com.jdcloud.sdk.auth.Credentials;
import com.jdcloud.sdk.auth.sign.JdCloudSigner;
import com.jdcloud.sdk.http.DefaultSdkHttpFullRequest;
import com.jdcloud.sdk.http.SdkHttpFullRequest;
import com.jdcloud.sdk.http.SdkHttpMethod;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** The signer of JD Cloud's Java SDK, which takes parameters decoded and the path as it is sent. */
final class JdcloudSignerClient implements VendorClient {

  @Override
  public Optional<RawRequest> sign(Errand errand) {
    RawRequest raw = errand.request().raw();
    SdkHttpFullRequest.Builder builder =
        DefaultSdkHttpFullRequest.builder()
            .httpMethod(SdkHttpMethod.fromValue(raw.method()))
            .endpoint(URI.create("http://" + errand.authority()))
            .resourcePath(errand.request().path())
            .queryParameters(DecodedQuery.byName(errand.request().query()))
            .header("x-jdcloud-nonce", UUID.randomUUID().toString())
            .header("User-Agent", "JdcloudSdkJava/2.2.2")
            .content(new ByteArrayInputStream(raw.body()));
    raw.headers().forEach(header -> builder.header(header.name(), header.value()));
    JdCloudSigner signer = new JdCloudSigner();
    signer.setRegionName("cn-north-1");
    signer.setServiceName("echo");
    errand.request().date().map(Date::from).ifPresent(signer::setOverrideDate);
    return Optional.of(sent(raw, signer.sign(builder, credentials(errand.application()))));
  }

  private static Credentials credentials(Application application) {
    return new Credentials(application.appKey(), application.secret());
  }

  private static RawRequest sent(RawRequest raw, SdkHttpFullRequest signed) {
    RawRequest sent = RawRequest.of(raw.method(), raw.target()).body(raw.body());
    for (var header : signed.getHeaders().entrySet()) {
      for (String value : header.getValue()) {
        sent = sent.add(header.getKey(), value);
      }
    }
    return sent;
  }
}
