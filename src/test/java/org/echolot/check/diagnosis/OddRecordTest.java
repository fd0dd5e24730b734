package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.echolot.dicom.pdu.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a ClientHello that no TLS begins with, and that are of TLS or SSL all the same. */
class OddRecordTest {

  @ParameterizedTest
  @CsvSource({
    "80 03 00 00 01, SSL_TWO, ''",
    "80 2E 04 00 01 00 02, SSL_TWO, ''",
    "14 03 03 00 01 01, RECORD_ORDER, a ChangeCipherSpec",
    "17 03 03 00 20 AA, RECORD_ORDER, encrypted data",
    "18 03 02 00 03 01, RECORD_ORDER, a heartbeat"
  })
  void itIsToldByWhatCame(String hex, Variant variant, String record) {
    Finding finding = OddRecord.first(Octets.parseHex(hex)).orElseThrow();

    assertThat(finding.variant()).isEqualTo(variant);
    assertThat(finding.facts().getOrDefault("record", "")).isEqualTo(record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02 00 00 00 00 B8",
        "48 54 54 50",
        "80 03 07 00 01",
        "80 03",
        "14 00 00 00",
        "17"
      })
  void otherBytesAreNot(String hex) {
    assertThat(OddRecord.first(Octets.parseHex(hex))).isEmpty();
  }
}
