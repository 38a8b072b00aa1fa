package dev.countersign.sample.vendors;

import java.util.Map;
import java.util.function.Supplier;

/** The clients that run in this JVM, by the name in clients.json. */
final class JavaClients {

  static final Map<String, Supplier<VendorClient>> BY_NAME =
      Map.of(
          "aws-sdk", AwsSdkClient::new,
          "curl", CurlClient::new,
          "jdcloud-signer", JdcloudSignerClient::new,
          "jdcloud-sdk", JdcloudSdkClient::new,
          "aliyun-sdk", AliyunSdkClient::new,
          "tencent-sample", TencentSampleClient::new);

  private JavaClients() {}
}
