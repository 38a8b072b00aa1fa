package dev.countersign.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignableRequestTest {

  @ParameterizedTest
  @CsvSource({
    "example.com,example.com",
    "EXAMPLE.Com,example.com",
    "example.com:80,example.com",
    "example.com:443,example.com",
    "example.com:8080,example.com:8080",
    "example.com:8443,example.com:8443",
    "example.com:080,example.com:080",
    "example.com:443:80,example.com:443",
    "example80,example80",
    "[::1]:80,[::1]",
    "[2001:DB8::443],[2001:db8::443]",
    "'',''",
    ":80,''",
  })
  void authority_isLowerCaseWithoutOneDefaultPort(String host, String authority) {
    assertEquals(authority, SignableRequest.canonicalAuthority(host));
  }

  @Test
  void turkishLocale_lowersAsEverywhere() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertEquals("identity.example", SignableRequest.canonicalAuthority("IDENTITY.example"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void printed_showsNoHeaderValue() {
    Headers headers = Headers.builder().add("Authorization", "Bearer token").build();
    SignableRequest request = new SignableRequest("GET", "a", "/", "", headers);

    assertEquals(
        "SignableRequest[method=GET, authority=a, path=/, query=, headers=Headers{authorization=1}]",
        request.toString());
  }
}
