package org.echolot.tls.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.echolot.tls.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFileTest {

  @Test
  void aChainIsReadBackAsItWas() throws Exception {
    List<X509Certificate> chain = Certificates.chainOfFour();
    byte[] pem = CertificateFile.content(Path.of("chain.pem"), chain);
    assertThat(new String(pem, StandardCharsets.US_ASCII).lines())
        .startsWith("-----BEGIN CERTIFICATE-----")
        .endsWith("-----END CERTIFICATE-----")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem)))
        .isEqualTo(chain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.der", "a.DER", "a.cer"})
  void oneCertificateIsDerWhereTheNameSaysSo(String name) throws Exception {
    X509Certificate one = Certificates.one("pss");
    assertThat(CertificateFile.content(Path.of(name), List.of(one))).isEqualTo(one.getEncoded());
    assertThat(CertificateFile.content(Path.of(name), List.of(one, one)))
        .as("DER has room for one")
        .startsWith('-');
  }

  @ParameterizedTest
  @CsvSource({
    "pacs.example, pacs.example.pem",
    "Klinikum Musterstadt CA 1, Klinikum-Musterstadt-CA-1.pem",
    "'*.pacs.example', pacs.example.pem",
    "'../../etc/passwd', etc-passwd.pem",
    "'a/b\\c:d', a-b-c-d.pem",
    "'…', certificate.pem"
  })
  void aFileIsNamedAfterWhatItHolds(String subject, String name) {
    assertThat(CertificateFile.nameFor(subject)).isEqualTo(name);
  }

  @Test
  void aLongNameIsCut() {
    assertThat(CertificateFile.nameFor("x".repeat(500))).hasSize(64);
  }
}
