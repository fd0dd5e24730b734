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
    "A700, Refused: Out of resources",
    "A900, Data set does not match SOP Class",
    "A800, 'Failure, as a service defines it'",
    "C000, 'Failure, as a service defines it, often: Cannot understand'",
    "CFFF, 'Failure, as a service defines it, often: Cannot understand'",
    "B000, Warning: Coercion of data elements",
    "B123, 'Warning, as a service defines it'",
    "FE00, Cancel",
    "FF00, Pending",
    "FF01, Pending",
    "FF02, not defined in DICOM",
    "0002, not defined in DICOM",
    "1234, not defined in DICOM",
  })
  void aStatusIsSaidInTheWordsOfPs37(String hex, String meaning) {
    int status = Integer.parseInt(hex, 16);
    assertThat(DimseStatus.meaningOf(status)).isEqualTo(meaning);
    assertThat(DimseStatus.hex(status)).isEqualTo(hex + "H");
  }

  /** The classes of PS3.7 Annex C. */
  @ParameterizedTest
  @CsvSource({
    "0000, false, false",
    "0001, true, false",
    "0107, true, false",
    "0116, true, false",
    "B0FF, true, false",
    "0102, false, true",
    "0110, false, true",
    "0213, false, true",
    "A900, false, true",
    "C001, false, true",
    "0300, false, false",
    "D000, false, false",
    "FE00, false, false",
    "FF00, false, false"
  })
  void theClassOfAStatusShowsInItsNumber(String hex, boolean isWarning, boolean isFailure) {
    int status = Integer.parseInt(hex, 16);
    assertThat(DimseStatus.isWarning(status)).isEqualTo(isWarning);
    assertThat(DimseStatus.isFailure(status)).isEqualTo(isFailure);
  }
}
