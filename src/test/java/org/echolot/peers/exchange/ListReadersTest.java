package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of list is recognized by its content, and read row by row. */
class ListReadersTest {

  private static List<String> lines(ImportedList list) {
    return list.rows().stream().map(ListReadersTest::line).toList();
  }

  private static String line(ImportedRow row) {
    return switch (row) {
      case ImportedRow.Read read ->
          read.place()
              + ": "
              + read.peer().name()
              + " = "
              + read.peer().address()
              + (read.peer().tls() == null ? "" : " TLS");
      case ImportedRow.Unreadable bad -> bad.place() + " unreadable: " + bad.reason();
      case ImportedRow.LeftOut out -> out.place() + " left out: " + out.reason();
    };
  }

  private static ImportedRow.Read named(ImportedList list, String name) {
    return list.peers().stream()
        .filter(read -> read.peer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void orthancsConfigurationIsReadWithItsCommentsInBothForms() throws Exception {
    ImportedList list = Lists.read(Lists.ORTHANC);

    assertThat(list.format()).isEqualTo(PeerListFormat.ORTHANC);
    assertThat(lines(list))
        .containsExactly(
            "line 7: sample = STORESCP@127.0.0.1:2000",
            "line 9: vitrea = VITREA@192.168.1.1:104",
            "line 10 unreadable: \"short\": an entry has an AE title, a host and a port, and"
                + " perhaps a manufacturer; this one has 2 values.",
            "line 11: ct1 = CT1@10.0.0.5:104 TLS",
            "line 13: plain = PLAIN@10.0.0.6:104",
            "line 14 unreadable: \"noport\": The port is missing.");
    Peer ct1 = named(list, "ct1").peer();
    assertThat(ct1.callingAe()).hasToString("HELLO");
    assertThat(ct1.timeouts().connect()).isEqualTo(Duration.ofMinutes(1));
    assertThat(ct1.timeouts().echo()).isEqualTo(Duration.ofMinutes(1));
    assertThat(named(list, "plain").stated()).contains(PeerField.TLS);
    assertThat(named(list, "sample").stated()).doesNotContain(PeerField.TLS, PeerField.TIMEOUTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\" : [ \"A\", \"h\", 104 ] }",
        "{ \"a\" : { \"AET\": \"A\", \"Host\": \"h\", \"Port\": \"104\" } }",
        "\"DicomModalities\" : { \"a\" : [ \"A\", \"h\", 104, \"GE\" ] },",
        "/* mine */ { \"DicomModalities\" : { \"a\" : [ \"A\", \"h\", 104 ], } }",
      })
  void aPieceOfOrthancsConfigurationWillDo(String piece) throws Exception {
    ImportedList list = Lists.read(piece);

    assertThat(list.format()).isEqualTo(PeerListFormat.ORTHANC);
    assertThat(lines(list)).containsExactly("line 1: a = A@h:104");
  }

  @Test
  void aNameThatOrthancHasTwiceIsTold() throws Exception {
    ImportedList list = Lists.read("{ \"a\": [\"A\",\"h\",104],\n \"a\": [\"B\",\"h\",104] }");

    assertThat(lines(list))
        .containsExactly(
            "line 2: a = B@h:104",
            "line 2 unreadable: The name \"a\" occurs twice; like Orthanc, Echolot uses the last"
                + " one.");
  }

  @Test
  void theHostTableIsReadWithItsGroupsAndThePeersThatAreWrittenOut() throws Exception {
    ImportedList list = Lists.read(Lists.DCMQRSCP);

    assertThat(list.format()).isEqualTo(PeerListFormat.DCMQRSCP);
    assertThat(lines(list))
        .containsExactly(
            "line 4: acme1 = ACME1@acmehost1:5678",
            "line 5: acme2 = ACME2@acmehost2:5678",
            "line 9 unreadable: \"wrongport\": \"many\" is not a port: a number from 1 to 65535.",
            "line 16: OTHER = OTHER@other.example:104",
            "line 16: MORE = MORE@10.1.1.1:11112",
            "line 7 unreadable: The group \"everyone\" names \"nobody\", which is not in the table"
                + " before it.",
            "line 8 unreadable: \"broken\": an entry has an AE title, a host and a port in"
                + " parentheses.");
    assertThat(named(list, "acme1").peer().tags()).containsExactly("acmeCTcompany", "everyone");
  }

  @Test
  void weasisNodesAreReadAndItsOwnTitlesLeftOut() throws Exception {
    ImportedList list = Lists.read(Lists.WEASIS);

    assertThat(list.format()).isEqualTo(PeerListFormat.WEASIS);
    assertThat(lines(list))
        .containsExactly(
            "line 4: PACS & more = PACS1@10.0.0.5:11112",
            "line 5: No port = PACS2@pacs.example:104",
            "line 6 left out: \"Me\" is a calling node: an AE title of the workstation itself, not"
                + " a peer.",
            "line 7 left out: \"Web\" is a DICOMweb node; Echolot checks DICOM.",
            "line 8: Printer = PRINT@10.0.0.9:104",
            "line 9 unreadable: \"Bad\": An AE title has 16 characters at most; this one has 24.");
  }

  @Test
  void aDeviceIsAPeerForEachConnectionThatSpeaksDicom() throws Exception {
    ImportedList list = Lists.read(Lists.DEVICE);

    assertThat(list.format()).isEqualTo(PeerListFormat.DCM4CHE);
    assertThat(lines(list))
        .containsExactly(
            "line 11 left out: \"PACS1\": its connection speaks HL7, not DICOM.",
            "line 11 left out: \"PACS1\": its connection has no port: it only calls others.",
            "line 11: pacs1 PACS1 (dicom) = PACS1@10.0.0.5:11112",
            "line 11: pacs1 PACS1 (dicom-tls) = PACS1@10.0.0.5:2762 TLS",
            "line 14 left out: \"SCU\": it only calls others (dicomAssociationAcceptor is false).",
            "line 16 unreadable: \"LOST\": it refers to the connection"
                + " \"/dicomNetworkConnection/9\", which is not there.");
    Peer plain = named(list, "pacs1 PACS1 (dicom)").peer();
    assertThat(plain.notes()).isEqualTo("Main archive");
    assertThat(plain.timeouts().connect()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void ldifIsReadWithFoldedLinesAndNoOtherFileIsOpened() throws Exception {
    ImportedList list = Lists.read(Lists.LDIF);

    assertThat(list.format()).isEqualTo(PeerListFormat.LDIF);
    assertThat(lines(list))
        .hasSize(3)
        .contains(
            "line 17: SAMPLE_DEVICE = SAMPLE_AET@sample.host.name:12345",
            "line 24 unreadable: A value of this entry is in another file (\":<\").");
    assertThat(lines(list)).anyMatch(line -> line.startsWith("line 28 unreadable: Not an entry"));
    assertThat(list.peers().getFirst().peer().notes()).isEqualTo("Archiv für alles");
  }

  @Test
  void aePropertiesSayTlsByTheirSuites() throws Exception {
    ImportedList list = Lists.read(Lists.AE_PROPERTIES);

    assertThat(list.format()).isEqualTo(PeerListFormat.AE_PROPERTIES);
    assertThat(lines(list))
        .containsExactly(
            "line 2: DCMQRSCP = DCMQRSCP@localhost:11112",
            "line 3: STORESCP = STORESCP@pacs.example:2762 TLS",
            "line 4: WITH BLANK = WITH BLANK@10.0.0.1:104",
            "line 5 unreadable: An entry looks like \"AET=host:port\".");
  }

  @Test
  void conquestsPatternsAreNoPeers() throws Exception {
    ImportedList list = Lists.read(Lists.ACRNEMA_MAP);

    assertThat(list.format()).isEqualTo(PeerListFormat.ACRNEMA_MAP);
    assertThat(lines(list))
        .containsExactly(
            "line 4: CONQUESTSRV1 = CONQUESTSRV1@127.0.0.1:5678",
            "line 5: VIEWER = VIEWER@viewer.example:1234",
            "line 6 left out: \"ACRNEMA *\" is a pattern for many callers, not a peer.",
            "line 7 left out: \"V* *\" is a pattern for many callers, not a peer.",
            "line 8 unreadable: \"port\" is not a port: a number from 1 to 65535.");
  }

  @Test
  void nodesOfHorosAreReadFromXml() throws Exception {
    ImportedList list = Lists.read(Lists.PLIST);

    assertThat(list.format()).isEqualTo(PeerListFormat.HOROS);
    assertThat(lines(list))
        .containsExactly(
            "line 5: Main & only PACS = PACS1@10.0.0.5:11112 TLS",
            "line 15: PACS2 = PACS2@10.0.0.6:104",
            "line 21 unreadable: The port is missing.");
  }

  @Test
  void nodesOfHorosAreReadFromBinaryPreferences() throws Exception {
    NSDictionary node = new NSDictionary();
    node.put("AETitle", new NSString("PACS1"));
    node.put("Address", new NSString("10.0.0.5"));
    node.put("Port", new NSNumber(11_112));
    node.put("TLSEnabled", new NSNumber(true));
    NSDictionary preferences = new NSDictionary();
    preferences.put("SERVERS", new NSArray(node, new NSString("odd")));

    ImportedList list = Lists.read(BinaryPropertyListWriter.writeToArray(preferences));

    assertThat(list.format()).isEqualTo(PeerListFormat.HOROS);
    assertThat(lines(list))
        .containsExactly(
            "entry 1: PACS1 = PACS1@10.0.0.5:11112 TLS",
            "entry 2 unreadable: An AE title is needed.");
  }

  @Test
  void karnaksTableIsReadWithItsGroupAsATag() throws Exception {
    ImportedList list = Lists.read(Lists.KARNAK);

    assertThat(list.format()).isEqualTo(PeerListFormat.CSV);
    assertThat(lines(list))
        .containsExactly(
            "line 2: Main PACS = PACS1@10.0.0.5:104",
            "line 3: Old, but good = PACS2@pacs.example:11112",
            "line 4 unreadable: \"No port\": The port is missing.");
    assertThat(named(list, "Main PACS").peer().tags()).containsExactly("Radiology");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main PACS,PACS1,10.0.0.5,104,WORKSTATION,Radiology\n",
        "AE Title;IP Address;Port;Name\nPACS1;10.0.0.5;104;Main PACS\n",
        "\"Port\"\t\"Name\"\t\"AET\"\t\"Host\"\n104\tMain PACS\tPACS1\t10.0.0.5\n",
        "Main PACS\tPACS1\t10.0.0.5\t104",
        "10.0.0.5\t104\tPACS1\tMain PACS\n",
        "sep=;\nName;AE-Titel;Rechner;Portnummer\nMain PACS;PACS1;10.0.0.5;104\n",
        "Our systems\n\nName,AE title,Host:Port\nMain PACS,PACS1,10.0.0.5:104\n",
      })
  void anyTableWhoseColumnsCanBeToldIsRead(String table) throws Exception {
    ImportedList list = Lists.read(table);

    assertThat(list.format()).isEqualTo(PeerListFormat.CSV);
    assertThat(list.rows()).hasSize(1);
    assertThat(list.peers().getFirst().peer().name()).isEqualTo("Main PACS");
    assertThat(list.peers().getFirst().peer().address()).isEqualTo("PACS1@10.0.0.5:104");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void aTableInAnyEncodingIsRead(String charset) throws Exception {
    String table = "Name;AE title;Host;Port\nRöntgen Süd;PACS1;10.0.0.5;104\n";

    ImportedList list = Lists.read(table.getBytes(Charset.forName(charset)));

    assertThat(lines(list)).containsExactly("line 2: Röntgen Süd = PACS1@10.0.0.5:104");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    byte[] table = ("\uFEFF" + Lists.KARNAK).getBytes(StandardCharsets.UTF_8);

    assertThat(Lists.read(table).peers()).hasSize(2);
  }

  @Test
  void ourOwnFileIsReadPeerByPeer() throws Exception {
    ImportedList list = Lists.read(Lists.ECHOLOT);

    assertThat(list.format()).isEqualTo(PeerListFormat.ECHOLOT);
    assertThat(lines(list))
        .containsExactly(
            "line 2: Main PACS = ORTHANC@localhost:4242 TLS",
            "line 5 unreadable: the field \"port\" is missing",
            "line 6: CT 1 = CT1@10.1.2.3:104");
    Peer pacs = named(list, "Main PACS").peer();
    assertThat(pacs.id()).hasToString("1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b");
    assertThat(pacs.tls()).isNotNull().isNotEqualTo(PeerTls.DEFAULT);
    assertThat(pacs.raw()).hasToString("[colour]");
  }
}
