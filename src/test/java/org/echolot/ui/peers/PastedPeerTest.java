package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.echolot.peers.PeerDraft.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedPeerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ARCHIVE@pacs.example:11112 | ARCHIVE | pacs.example | 11112",
        "ARCHIVE 10.1.2.3 104 | ARCHIVE | 10.1.2.3 | 104",
        "ARCHIVE,10.1.2.3,104 | ARCHIVE | 10.1.2.3 | 104",
        "ARCHIVE;10.1.2.3;104 | ARCHIVE | 10.1.2.3 | 104",
        "dicom://ARCHIVE@pacs.example:11112 | ARCHIVE | pacs.example | 11112",
        "echoscu -aec ARCHIVE 10.1.2.3 104 | ARCHIVE | 10.1.2.3 | 104",
        "ARCHIVE@[2001:db8::1]:104 | ARCHIVE | [2001:db8::1] | 104"
      })
  void aPeerInOnePieceIsTakenApart(String text, String title, String host, String port) {
    PastedPeer peer = PastedPeer.read(" " + text + "\u00a0\n").orElseThrow();
    assertThat(peer.texts())
        .containsEntry(Field.CALLED_AE, title)
        .containsEntry(Field.HOST, host)
        .containsEntry(Field.PORT, port);
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3:104", "pacs.example 104"})
  void anAddressAloneIsTakenApartToo(String text) {
    PastedPeer peer = PastedPeer.read(text).orElseThrow();
    assertThat(peer.texts())
        .containsKeys(Field.HOST, Field.PORT)
        .doesNotContainKey(Field.CALLED_AE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Main PACS", "ORTHANC", "10.1.2.3", "104", "2001:db8::1", "CT room"})
  void whatIsNoPeerIsPastedAsItIs(String text) {
    assertThat(PastedPeer.read(text)).isEmpty();
  }
}
