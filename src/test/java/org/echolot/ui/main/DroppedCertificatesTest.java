package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.ByHand;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.junit.jupiter.api.Test;

/** A certificate that is dropped on a peer is proposed in the editor. */
class DroppedCertificatesTest extends WindowTest {

  private final ByHand background = new ByHand();
  private final List<PeerEditing.Start> starts = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final PeerRow row = new PeerRow(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));

  private PeerEditing.Start take(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    starts.clear();
    dropped().take(row, file);
    assertThat(starts).as("nobody waits for a file").isEmpty();
    background.runAll();
    assertThat(starts).hasSize(1);
    return starts.getFirst();
  }

  private DroppedCertificates dropped() {
    return new DroppedCertificates(
        folder, background, Runnable::run, (_, start) -> starts.add(start), told::add);
  }

  @Test
  void aCertificateIsToBeTrustedAndOneWithItsKeyIsOurs() throws IOException {
    String certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    assertThat(take("ca.pem", certificate))
        .isEqualTo(new PeerEditing.Start(Field.TRUSTED_CERTIFICATES, "ca.pem"));
    assertThat(take("both.PEM", certificate + "-----BEGIN PRIVATE KEY-----\nMIIE\n"))
        .isEqualTo(new PeerEditing.Start(Field.CLIENT_CERTIFICATE, "both.PEM"));
    assertThat(take("key.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n").field())
        .isEqualTo(Field.CLIENT_CERTIFICATE);
    assertThat(take("ours.p12", "anything").field()).isEqualTo(Field.CLIENT_CERTIFICATE);
  }

  @Test
  void listsAreNoCertificates() {
    assertThat(DroppedCertificates.isOne(Path.of("ca.CRT"))).isTrue();
    assertThat(DroppedCertificates.isOne(Path.of("peers.csv"))).isFalse();
    assertThat(DroppedCertificates.isOne(Path.of("orthanc.json"))).isFalse();
  }

  @Test
  void aFileThatCannotBeReadIsTold() {
    dropped().take(row, folder.resolve("gone.pem"));
    background.runAll();
    assertThat(starts).isEmpty();
    assertThat(told).singleElement().asString().startsWith("gone.pem cannot be read: ");
  }

  @Test
  void theEditorOpensWithItAndWithTlsOnAndSavesNothingByItself() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    open(new HeldEngine());
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----\n");
    PeerRow shown = callOnFx(() -> (PeerRow) table().getItems().getFirst());
    PeerTable table = node("peer-table", PeerTable.class);
    assertThat(callOnFx(() -> table.files().take(shown, folder.resolve("peers.csv"))))
        .as("a list is for the window")
        .isFalse();
    assertThat(callOnFx(() -> table.files().take(shown, folder.resolve("ca.crt")))).isTrue();

    eventually(() -> assertThat(focusedId()).isEqualTo("editor-trusted-certificates"));
    assertThat(callOnFx(() -> node("editor-trusted-certificates", TextField.class).getText()))
        .isEqualTo("ca.crt");
    assertThat(callOnFx(() -> node("editor-tls", CheckBox.class).isSelected())).isTrue();
    assertThat(callOnFx(() -> shown.peer().tls())).isNull();
  }
}
