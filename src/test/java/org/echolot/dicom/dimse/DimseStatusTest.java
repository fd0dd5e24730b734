package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimseStatusTest {

  @ParameterizedTest
  @CsvSource({
    "0000, Success",
    "0001, Warning",
    "0105, No such attribute",
    "0110, Processing failure",
    "0122, Refused: SOP Class not supported",
    "0124, Refused: Not authorized",
    "0210, Duplicate invocation",
    "0211, Unrecognized operation",
    "0212, Mistyped argument",
    "0213, Resource limitation",
    "A700, 'Failure, defined by the peer''s service'",
    "C000, 'Failure, defined by the peer''s service'",
    "CFFF, 'Failure, defined by the peer''s service'",
    "B000, 'Warning, defined by the peer''s service'",
    "FE00, Cancel",
    "FF00, Pending",
    "FF01, Pending",
    "FF02, unknown status",
    "0002, unknown status",
    "1234, unknown status",
  })
  void aStatusIsSaidInTheWordsOfPs37(String hex, String meaning) {
    int status = Integer.parseInt(hex, 16);
    assertThat(DimseStatus.meaningOf(status)).isEqualTo(meaning);
    assertThat(DimseStatus.hex(status)).isEqualTo(hex + "H");
  }
}
