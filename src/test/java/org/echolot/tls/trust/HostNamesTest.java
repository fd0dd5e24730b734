package org.echolot.tls.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.echolot.realpeers.CertificateKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts a certificate is for (RFC 9525 6). */
class HostNamesTest {

  @TempDir private static Path folder;

  private static HostNames named(String commonName, String... names) {
    return HostNames.of(
        new CertificateKit(folder).selfSigned(commonName).naming(names).make().certificate());
  }

  @ParameterizedTest
  @CsvSource({
    "pacs.example, pacs.example, true",
    "pacs.example, PACS.Example., true",
    "PACS.example, pacs.example, true",
    "pacs.example, ct.pacs.example, false",
    "*.pacs.example, ct.pacs.example, true",
    "*.pacs.example, pacs.example, false",
    "*.pacs.example, a.ct.pacs.example, false",
    "*.example, pacs.example, false",
    "c*.pacs.example, ct.pacs.example, false",
    "xn--mnchen-3ya.example, m\u00FCnchen.example, true",
    "ct_1.lan.example, ct_1.lan.example, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "fe80::1, fe80::1%eth0, true",
    "pacs.example, 10.1.2.3, false",
  })
  void alternativeNames(String name, String host, boolean named) {
    assertThat(named("other", name).name(host)).isEqualTo(named);
  }

  @Test
  void anAddressWrittenAsANameDoesNotCount() {
    assertThat(named("10.1.2.3", "pacs.example").name("10.1.2.3")).isFalse();
  }

  @Test
  void commonNameCountsOnlyWhereThereIsNothingElse() {
    assertThat(named("pacs.example").name("pacs.example")).isTrue();
    assertThat(named("10.1.2.3").name("10.1.2.3")).isTrue();
    assertThat(named("pacs.example", "ct.example").name("pacs.example")).isFalse();
  }

  @Test
  void whatItNamesIsListed() {
    assertThat(named("cn", "10.1.2.3", "a.example").all()).containsExactly("a.example", "10.1.2.3");
    assertThat(named("cn").all()).containsExactly("cn");
  }
}
