package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people paste is recognized. */
class PastedPeersTest {

  private static List<String> found(String text) throws UnreadableListException {
    return Lists.read(text).peers().stream()
        .map(
            read ->
                (read.stated().contains(PeerField.NAME) ? read.peer().name() + " " : "")
                    + read.peer().address()
                    + (read.peer().callingAe() == null ? "" : " as " + read.peer().callingAe())
                    + (read.peer().tls() == null ? "" : " TLS"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "CT1@10.1.2.3:104 | CT1@10.1.2.3:104",
        "  MY PACS@pacs.example:11112  | MY PACS@pacs.example:11112",
        "CT1@[fd00::1]:104 | CT1@[fd00::1]:104",
        "10.1.2.3:104 CT1 | CT1@10.1.2.3:104",
        "localhost:4242 ORTHANC | ORTHANC@localhost:4242",
        "myhost:104 CT1 | CT1@myhost:104",
        "CT1 10.1.2.3 104 | CT1@10.1.2.3:104",
        "CT1, 10.1.2.3, 104 | CT1@10.1.2.3:104",
        "10.1.2.3 104 CT1 | CT1@10.1.2.3:104",
        "echoscu 10.1.2.3 104 | ANY-SCP@10.1.2.3:104",
        "$ echoscu -v -to 10 -aet ME -aec CT1 ct1.example 104 | CT1@ct1.example:104 as ME",
        "echoscu +tla -aec \"MY PACS\" 10.1.2.3 2762 | MY PACS@10.1.2.3:2762 TLS",
        "C:\\dcmtk\\bin\\storescu.exe --call CT1 host1 104 *.dcm | CT1@host1:104",
        "python -m pynetdicom echoscu 127.0.0.1 11112 -aec PACS | PACS@127.0.0.1:11112",
        "storescu -b ME:11113 -c CT1@10.1.2.3:104 file.dcm | CT1@10.1.2.3:104 as ME",
        "dicom-echoscu CT1@10.1.2.3:104 --calling-ae-title ME | CT1@10.1.2.3:104 as ME",
        "AE title: CT1, IP: 10.1.2.3, port: 104 | CT1@10.1.2.3:104",
        "Please register AET \"CT_ROOM1\" with IP address 10.1.2.3 and port 104. |"
            + " CT_ROOM1@10.1.2.3:104",
        "The AE title is CT1 (10.1.2.3, port 104). | CT1@10.1.2.3:104",
        "Unser AE-Titel ist CT1, Rechner ct1.klinik.example, Port 104 | CT1@ct1.klinik.example:104",
        "Opening a DICOM SCU connection from AET \"ORTHANC\" to AET \"PACS\" on host 10.1.2.3:104"
            + " (manufacturer: Generic) | PACS@10.1.2.3:104",
        "Requesting association: ECHOLOT → CT1 at 10.1.2.3:104 | CT1@10.1.2.3:104",
      })
  void inOneLine(String line, String expected) throws Exception {
    assertThat(found(line)).containsExactly(expected);
  }

  @Test
  void inAMail() throws Exception {
    assertThat(
            found(
                """
                Hello,

                our new scanner is ready. Its data:

                  Name: CT Room 1
                  AE Title: CT_ROOM1
                  IP address: 10.1.2.3
                  Port number: 104

                > Host: pacs.example
                > AET = PACS1
                > Port = 11112

                Kind regards, jane.doe@hospital.example, phone 030/1234:56
                """))
        .containsExactly("CT Room 1 CT_ROOM1@10.1.2.3:104", "PACS1@pacs.example:11112");
  }

  @Test
  void inADvtkSession() throws Exception {
    assertThat(
            found(
                """
                SUT-AE-TITLE "CT1"
                SUT-HOSTNAME "10.1.2.3"
                DVT-AE-TITLE "DVTK"
                SUT-PORT 104
                """))
        .containsExactly("CT1@10.1.2.3:104 as DVTK");
  }

  @Test
  void inRowsOfASpreadsheetWithAndWithoutHeads() throws Exception {
    assertThat(found("CT 1\tCT1\t10.1.2.3\t104\nMR 2\tMR2\t10.1.2.4\t104\n"))
        .containsExactly("CT 1 CT1@10.1.2.3:104", "MR 2 MR2@10.1.2.4:104");
    assertThat(found("AE\tHost\tPort\nCT1\t10.1.2.3\t104\n")).containsExactly("CT1@10.1.2.3:104");
  }

  @Test
  void eachOnlyOnce() throws Exception {
    assertThat(found("CT1@10.1.2.3:104\nCT1@10.1.2.3:104 and MR2@10.1.2.4:104\n"))
        .containsExactly("CT1@10.1.2.3:104", "MR2@10.1.2.4:104");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane.doe@hospital.example",
        "see http://pacs.example:8080/index.html",
        "Meeting at 10:30, room 104",
        "port 104",
        "a b c d e f",
        "I: Association Accepted (Max Send PDV: 16372)",
      })
  void notInWhatHasNone(String text) {
    assertThatThrownBy(() -> PeerListFormat.readAny(ListContent.ofText(text)))
        .isInstanceOf(UnreadableListException.class);
  }
}
