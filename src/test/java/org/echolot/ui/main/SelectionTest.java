package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is selected stays so while the list changes around it. */
class SelectionTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  private static final Peer A = peer("A", 1);
  private static final Peer B = peer("B", 2);
  private static final Peer C = peer("C", 3);

  @BeforeEach
  void writeFour() throws IOException {
    writePeers(A, B, C, peer("D", 4));
  }

  private static Peer peer(String name, int port) {
    return Peer.of(name, new AeTitle("CT1"), "10.1.2.3", port);
  }

  private void openAndSelect(String name) {
    open(engine);
    eventually(() -> assertThat(selected()).containsExactly("A"));
    while (!selected().contains(name)) {
      keys(KeyCode.DOWN);
    }
  }

  private static List<String> selected() {
    return callOnFx(
        () ->
            table().getSelectionModel().getSelectedItems().stream()
                .map(row -> ((PeerRow) row).peer().name())
                .toList());
  }

  private static void sortBy(String id) {
    onFx(
        () -> {
          for (TableColumn<ListRow, ?> column : table().getColumns()) {
            if (id.equals(column.getId())) {
              table().getSortOrder().add(column);
            }
          }
        });
    waitForFx();
  }

  @Test
  void aResultThatMovesRowsLeavesTheSamePeerSelectedAndShown() {
    openAndSelect("C");
    sortBy("lastResult");
    engine.prepare("A", r -> Results.success(r, Duration.ofMillis(16)));
    engine.prepare("B", r -> Results.success(r, Duration.ofMillis(2)));
    engine.prepare("C", Results::refused);
    engine.prepare("D", Results::rejected);
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("4 peers · 2 ok · 2 failing · 0 not checked");
    waitForFx();
    assertThat(listed()).as("2 ms come before 16 ms").containsExactly("D", "C", "B", "A");
    assertThat(selected()).containsExactly("C");
    assertThat(text("result-name")).isEqualTo("C");
    assertThat(text("result-headline")).isEqualTo("Connection refused");
  }

  @Test
  void severalAreEchoedWithEnterAndCopiedWithTheirResults() {
    openAndSelect("B");
    engine.prepare("B", Results::refused);
    engine.prepare("C", Results::rejected);
    keys(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly("B", "C");
    keys(KeyCode.ENTER);
    eventuallyCounts("4 peers · 0 ok · 2 failing · 2 not checked");
    eventually(() -> assertThat(text("selection-title")).isEqualTo("2 peers · 2 failing"));
    assertThat(isShown("selection-pane")).isTrue();
    clearClipboard();
    keys(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard())
        .isEqualTo(
            "B\tCT1@10.1.2.3:2\tConnection refused\n"
                + "C\tCT1@10.1.2.3:3\tCalled AE title not recognized");
  }

  @Test
  void severalAreEditedAtOnceAndOneUndoTakesAllOfItBack() throws IOException {
    List<String> tag = List.of("ct");
    writePeers(A.withTags(tag), B.withTls(PeerTls.DEFAULT).withTags(tag), C.withTags(tag));
    openAndSelect("A");
    keys(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly("A", "B");
    assertThat(text("selection-edit")).isEqualTo("Edit 2…");
    keys(KeyCode.F2);
    eventually(() -> assertThat(isShown("several-editor")).isTrue());
    assertThat(node("several-tls", ComboBox.class).getPromptText()).isEqualTo("various");
    assertThat(text("several-tags-now")).isEqualTo("Now: ct (all)");
    onFx(() -> node("several-add-tags", TextField.class).setText("ward 4"));
    onFx(() -> node("several-save", Button.class).fire());
    eventually(() -> assertThat(tags()).containsExactly("ct,ward 4", "ct,ward 4", "ct"));
    assertThat(saved().get(1).tls()).as("what is not ticked").isNotNull();
    assertThat(saved().get(0).tls()).as("what is not ticked").isNull();
    keys(KeyCode.CONTROL, KeyCode.Z);
    eventually(() -> assertThat(tags()).containsExactly("ct", "ct", "ct"));
    keys(KeyCode.CONTROL, KeyCode.Y);
    eventually(() -> assertThat(tags()).containsExactly("ct,ward 4", "ct,ward 4", "ct"));
  }

  private List<String> tags() throws IOException {
    return saved().stream().map(peer -> String.join(",", peer.tags())).toList();
  }

  private List<Peer> saved() throws IOException {
    return new PeerStore(peersFile).read().book().peers();
  }

  @Test
  void oneTicketTellsOfAllThatAreSelected() {
    openAndSelect("B");
    engine.prepare("B", Results::refused);
    engine.prepare("C", Results::rejected);
    keys(KeyCode.SHIFT, KeyCode.DOWN);
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(text("selection-title")).isEqualTo("2 peers · 2 failing"));
    clearClipboard();
    onFx(() -> node("selection-ticket", Button.class).fire());
    eventually(
        () ->
            assertThat(clipboard())
                .contains("Connection refused", "Called AE title not recognized"));
  }

  @Test
  void aCalledAeTitleThatIsNotRecognizedIsEditedFromItsVerdict() throws IOException {
    openAndSelect("A");
    engine.prepare("A", Results::rejected);
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-edit-called-ae")).isTrue());
    // The editor is modal: what opens it returns when it is closed.
    Platform.runLater(() -> node("result-edit-called-ae", Button.class).fire());
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-called-ae"));
    typeOver("CT2");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(saved().getFirst().calledAe()).isEqualTo(new AeTitle("CT2")));
  }

  @Test
  void peersAreMovedByKeysAndStaySelected() throws IOException {
    openAndSelect("B");
    keys(KeyCode.SHIFT, KeyCode.DOWN);
    keys(KeyCode.ALT, KeyCode.DOWN);
    eventually(() -> assertThat(listed()).containsExactly("A", "D", "B", "C"));
    assertThat(selected()).containsExactly("B", "C");
    keys(KeyCode.ALT, KeyCode.DOWN);
    keys(KeyCode.ALT, KeyCode.UP);
    keys(KeyCode.ALT, KeyCode.UP);
    eventually(() -> assertThat(listed()).containsExactly("B", "C", "A", "D"));
    eventually(
        () -> assertThat(saved()).extracting(Peer::name).containsExactly("B", "C", "A", "D"));
    sortBy("name");
    keys(KeyCode.ALT, KeyCode.DOWN);
    assertThat(saved()).as("sorted").extracting(Peer::name).containsExactly("B", "C", "A", "D");
  }

  @Test
  void deletingInASortedListDeletesWhatIsSelectedAndGoesOnWithTheNext() {
    openAndSelect("B");
    onFx(() -> table().getColumns().get(1).setSortType(TableColumn.SortType.DESCENDING));
    sortBy("name");
    assertThat(listed()).containsExactly("D", "C", "B", "A");
    assertThat(selected()).containsExactly("B");
    keys(KeyCode.DELETE);
    assertThat(listed()).containsExactly("D", "C", "A");
    assertThat(selected()).containsExactly("A");
    keys(KeyCode.CONTROL, KeyCode.Z);
    assertThat(listed()).containsExactly("D", "C", "B", "A");
    assertThat(selected()).containsExactly("B");
  }

  @Test
  void aPeerThatIsAddedIsSeenThoughTheFilterWouldHideIt() {
    openAndSelect("A");
    keys(KeyCode.CONTROL, KeyCode.F);
    typeOver("ct1");
    assertThat(listed()).hasSize(4);
    keys(KeyCode.CONTROL, KeyCode.N);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    for (String text : List.of("New", "OTHER", "10.1.2.4", "104")) {
      typeOver(text);
      keys(KeyCode.TAB);
    }
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(listed()).containsExactly("A", "B", "C", "D", "New"));
    assertThat(selected()).containsExactly("New");
  }

  @Test
  void aListThatIsReadAgainKeepsItsSelection() throws IOException {
    openAndSelect("C");
    writePeers(peer("New", 5), A, B, C);
    eventually(() -> assertThat(listed()).containsExactly("New", "A", "B", "C"));
    eventually(() -> assertThat(selected()).containsExactly("C"));
    assertThat(text("result-name")).isEqualTo("C");
  }

  @Test
  void theOtherButtonOffersWhatCanBeDoneWithTheSelected() {
    openAndSelect("B");
    engine.prepare("B", Results::refused);
    onFx(
        () ->
            table().getContextMenu().getItems().stream()
                .filter(item -> "row-echo".equals(item.getId()))
                .forEach(MenuItem::fire));
    eventuallyCounts("4 peers · 0 ok · 1 failing · 3 not checked");
  }

  @Test
  void whatTheFilterHidesIsNeitherSelectedNorEchoed() {
    openAndSelect("B");
    engine.prepare("C", Results::refused);
    engine.prepare("B", Results::refused);
    keys(KeyCode.CONTROL, KeyCode.F);
    typeOver("10.1.2.3:3");
    assertThat(listed()).containsExactly("C");
    assertThat(selected()).doesNotContain("B");
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("4 peers · 0 ok · 1 failing · 3 not checked");
  }

  @Test
  void anEditThatChangesThePeerStopsItsCheckAndForgetsItsResult() {
    openAndSelect("B");
    keys(KeyCode.F5);
    CheckRequest request = engine.next().request();
    assertThat(request.name()).isEqualTo("B");
    eventually(() -> assertThat(mark("B")).isEqualTo("◌"));
    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    keys(KeyCode.TAB);
    typeOver("OTHER");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("status-progress")).isFalse());
    assertThat(mark("B")).isEqualTo("○");
    assertThat(text("result-address")).startsWith("OTHER@");
  }
}
