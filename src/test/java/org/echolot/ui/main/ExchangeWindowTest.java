package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.peers.exchange.ImportItem.Decision;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.FxThread;
import org.echolot.ui.exchange.ImportModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of other systems come in by the clipboard, are shown, taken, and taken back. */
class ExchangeWindowTest extends WindowTest {

  @BeforeEach
  void writeOne() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
  }

  private List<String> saved() throws IOException {
    return new PeerStore(peersFile)
        .read().book().peers().stream().map(peer -> peer.name() + " " + peer.address()).toList();
  }

  private void paste(String text) {
    open();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    onFx(() -> table().requestFocus());
    keys(KeyCode.CONTROL, KeyCode.V);
  }

  @SuppressWarnings("unchecked")
  private static List<ImportModel.Line> lines() {
    TableView<ImportModel.Line> table = node("import-table", TableView.class);
    return callOnFx(() -> List.copyOf(table.getItems()));
  }

  @Test
  void whatIsPastedOnTheListIsShownThenTakenThenUndoneInOneStep() throws IOException {
    paste("CT 1\tCT1\t10.1.2.3\t11112\nMR 2\tMR2\t10.1.2.4\t104\nXR\tXR3\t10.1.2.5\tnone\n");
    eventually(() -> assertThat(isShown("import-table")).isTrue());
    assertThat(lines())
        .extracting(line -> line.item().word())
        .containsExactly("changed", "added", "unreadable");
    assertThat(text("import-summary")).isEqualTo("CSV: 1 added, 1 changed, 1 unreadable");
    assertThat(text("import-do")).isEqualTo("Import 2 peers");
    assertThat(saved()).containsExactly("CT 1 CT1@10.1.2.3:104");

    keys(KeyCode.ENTER);
    eventually(() -> assertThat(listed()).containsExactly("CT 1", "MR 2"));
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("CT 1 CT1@10.1.2.3:11112", "MR 2 MR2@10.1.2.4:104"));

    keys(KeyCode.CONTROL, KeyCode.Z);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventually(() -> assertThat(saved()).containsExactly("CT 1 CT1@10.1.2.3:104"));
  }

  @Test
  void aConflictIsLeftUnlessItIsDecided() throws IOException {
    paste("{\"CT 1\": [\"OTHER\", \"10.9.9.9\", 104]}");
    eventually(() -> assertThat(isShown("import-table")).isTrue());
    assertThat(text("import-do")).isEqualTo("Nothing to import");
    assertThat(isShown("import-sides")).isTrue();

    ImportModel.Line line = lines().getFirst();
    onFx(() -> line.decisionProperty().set(Decision.ADD));
    assertThat(text("import-do")).isEqualTo("Import 1 peer");
    keys(KeyCode.ESCAPE);

    eventually(() -> assertThat(isShown("import-table")).isFalse());
    assertThat(saved()).containsExactly("CT 1 CT1@10.1.2.3:104");
  }

  @Test
  void whatIsNoListIsRefusedInASentence() throws IOException {
    paste("Dear all, see you at lunch.");

    eventually(() -> assertThat(isShown("import-refused")).isTrue());
    keys(KeyCode.ESCAPE);
    assertThat(saved()).containsExactly("CT 1 CT1@10.1.2.3:104");
  }

  @Test
  void anExportSaysFirstWhatItsFormatCannotHold() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104).withTls(PeerTls.DEFAULT));
    open();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));

    MenuItem export = exportItem();
    onFx(() -> new FxThread().execute(export::fire));
    eventually(() -> assertThat(isShown("export-format")).isTrue());
    assertThat(isShown("export-losses")).isFalse();
    ComboBox<PeerListFormat> formats = formats();
    onFx(() -> formats.setValue(PeerListFormat.WEASIS));

    TextArea losses = node("export-losses", TextArea.class);
    String lost = callOnFx(losses::getText);
    assertThat(lost).isEqualTo("Weasis dicomNodes cannot hold TLS: \"CT 1\".");
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("export-format")).isFalse());
  }

  private static MenuItem exportItem() {
    return node("main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> "menu-export".equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<PeerListFormat> formats() {
    return node("export-format", ComboBox.class);
  }
}
