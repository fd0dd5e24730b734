package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.echolot.check.Negotiated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which software a peer is, by what it announces: something that is not known is not Orthanc. */
class PeerSoftwareTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.276.0.7230010.3.0.3.6.7, OFFIS_DCMTK_367, DCMTK",
    "1.2.40.0.13.1.3, dcm4che-5.34.0, DCM4CHE",
    "9.9.9.1, fo-dicom 5.1.2, FO_DICOM",
    "1.2.3.4.5, VENDOR_PACS_7, OTHER",
    "'', VENDOR_PACS_7, OTHER",
    "1.2.3.4.5, '', OTHER",
    "'', '', UNKNOWN"
  })
  void whatIsAnnouncedDecides(String uid, String name, PeerSoftware software) {
    assertThat(PeerSoftware.of(new Negotiated(uid, name, 16_384L, null, 0))).isEqualTo(software);
  }

  @Test
  void aPeerThatDidNotAcceptAnnouncedNothing() {
    assertThat(PeerSoftware.of(null)).isEqualTo(PeerSoftware.UNKNOWN);
  }
}
