package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The signer of the AWS SDK for Java 2; options {@code s3} and {@code presign} set it up. */
final class AwsSdkClient implements VendorClient {

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  @Override
  public Optional<RawRequest> sign(Errand errand) throws Exception {
    RawRequest raw = errand.request().raw();
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(raw.method()))
            .uri(URI.create(errand.url()));
    for (Field header : raw.headers()) {
      request.appendHeader(header.name(), header.value());
    }
    ContentStreamProvider body = () -> new ByteArrayInputStream(raw.body());
    SignedRequest signed =
        signer.sign(
            r -> {
              r.identity(credentials(errand)).request(request.build());
              r.payload(raw.body().length == 0 ? null : body);
              r.putProperty(HttpSigner.SIGNING_CLOCK, clock(errand));
              setUp(r, errand);
            });
    return Optional.of(sent(signed));
  }

  private static void setUp(SignRequest.Builder<AwsCredentialsIdentity> sign, Errand errand) {
    boolean s3 = errand.options().containsKey("s3");
    sign.putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, s3 ? "s3" : "orders")
        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !s3)
        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !s3)
        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1");
    if (errand.options().containsKey("presign")) {
      sign.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
          .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(10));
    }
  }

  private static Clock clock(Errand errand) {
    return errand
        .request()
        .date()
        .map(instant -> Clock.fixed(instant, ZoneOffset.UTC))
        .orElse(Clock.systemUTC());
  }

  private static AwsCredentialsIdentity credentials(Errand errand) {
    return AwsCredentialsIdentity.create(
        errand.application().appKey(), errand.application().secret());
  }

  private static RawRequest sent(SignedRequest signed) throws IOException {
    SdkHttpRequest request = signed.request();
    String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
    RawRequest raw = RawRequest.of(request.method().name(), request.encodedPath() + query);
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      for (String value : header.getValue()) {
        raw = raw.add(header.getKey(), value);
      }
    }
    if (signed.payload().isEmpty()) {
      return raw;
    }
    try (InputStream in = signed.payload().get().newStream()) {
      return raw.body(in.readAllBytes());
    }
  }
}
