package org.echolot.tls.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
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
  void commonNameCountsOnlyIfNoListedNameCouldCount() {
    assertThat(named("pacs.example").name("pacs.example")).isTrue();
    assertThat(named("10.1.2.3").name("10.1.2.3")).isTrue();
    assertThat(named("pacs.example", "ct.example").name("pacs.example")).isFalse();
    assertThat(named("pacs.example", "10.1.2.3").name("pacs.example")).isTrue();
    assertThat(named("10.1.2.3", "10.1.2.4").name("10.1.2.3")).isFalse();
  }

  @Test
  void aNameOfTheWrongKindIsExplainedAndNotOffered() {
    HostNames dns = listing("x", GeneralName.dNSName, "10.1.2.3");
    HostNames email = listing("Main PACS", GeneralName.rfc822Name, "it@pacs.example");

    assertThat(dns.usable()).containsExactly();
    assertThat(dns.whyNot("10.1.2.3"))
        .isEqualTo("it lists 10.1.2.3 as a DNS name, but an address counts only as an IP address");
    assertThat(email.usable()).isEmpty();
    assertThat(email.whyNot("pacs.example"))
        .isEqualTo("it names no host: all that it lists (SAN) is e-mail address it@pacs.example");
    assertThat(named("Main PACS").whyNot("pacs.example"))
        .isEqualTo(
            "it names no host: it lists no names (SAN), and its common name is \"Main PACS\"");
  }

  @Test
  void aCommonNameThatDoesNotCountIsExplained() {
    assertThat(named("pacs.example", "ct.example").whyNot("pacs.example"))
        .isEqualTo(
            "it was issued for ct.example, not for pacs.example; its common name is pacs.example,"
                + " but that does not count beside the names that it lists (SAN)");
  }

  @Test
  void ofManyNamesSomeAreTold() {
    String[] names =
        IntStream.range(0, 100).mapToObj(i -> "ct" + i + ".example").toArray(String[]::new);

    assertThat(named("x", names).whyNot("pacs.example"))
        .isEqualTo(
            "it was issued for ct0.example, ct1.example, ct2.example, ct3.example, ct4.example,"
                + " ct5.example, ct6.example, ct7.example and 92 more, not for pacs.example");
  }

  private static HostNames listing(String commonName, int kind, String name) {
    return HostNames.of(
        new CertificateKit(folder)
            .selfSigned(commonName)
            .with(Extension.subjectAlternativeName, new GeneralNames(new GeneralName(kind, name)))
            .make()
            .certificate());
  }

  /** Nobody can call a host by a name with an asterisk. */
  @Test
  void ofADomainIsOfferedANameInItAndNotThePattern() {
    assertThat(named("x", "*.hospital.example", "a.example").offered())
        .isEqualTo("a name directly below hospital.example, a.example");
    assertThat(named("x", "*.example", "pacs*.hospital.example").usable()).isEmpty();
  }

  @Test
  void whatItNamesIsListed() {
    assertThat(named("cn", "10.1.2.3", "a.example").usable())
        .containsExactly("a.example", "10.1.2.3");
    assertThat(named("cn").usable()).containsExactly("cn");
  }
}
