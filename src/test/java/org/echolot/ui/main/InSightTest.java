package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.Test;

/** What was once nowhere to be seen. */
class InSightTest extends WindowTest {

  private static Peer withNotes(String name, String notes, String... tags) {
    return new Peer(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        name,
        new AeTitle("CT1"),
        "10.1.2.3",
        104,
        null,
        List.of(tags),
        notes,
        PeerTimeouts.DEFAULT,
        null,
        null,
        null,
        RawFields.NONE);
  }

  private void openWith(Peer... peers) throws Exception {
    writePeers(peers);
    open(new HeldEngine());
    eventually(() -> assertThat(listed()).hasSize(peers.length));
  }

  @Test
  void notesAndTagsAreBelowTheName() throws Exception {
    openWith(
        withNotes("CT 1", "PACS desk,\next. 4411\n\nNo checks at night", "Modalities", "go-live"));
    assertThat(text("result-address"))
        .startsWith("CT1@10.1.2.3:104")
        .contains("#Modalities #go-live")
        .endsWith(" · PACS desk, ext. 4411 · No checks at night");
  }

  @Test
  void longNotesTakeTwoLinesAndAreWholeInTheTip() throws Exception {
    String notes = "Call the vendor before you restart it. ".repeat(40).strip();
    openWith(withNotes("CT 1", notes));
    Label address = node("result-address", Label.class);
    eventually(() -> assertThat(callOnFx(address::isTextTruncated)).isTrue());
    assertThat(callOnFx(address::getHeight)).isLessThan(40);
    eventually(
        () ->
            assertThat(
                    callOnFx(
                        () -> address.getTooltip() == null ? "" : address.getTooltip().getText()))
                .endsWith(notes));
  }

  @Test
  void noValueOfAnAssociationIsCutOff() throws Exception {
    writePeers(builtIn("Built-in echo server", "ECHOLOT"));
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening as ECHOLOT"));
    keys(KeyCode.F5);
    eventuallyAnswers();
    onFx(() -> stage().setWidth(1000));
    onFx(() -> node("result-tabs", TabPane.class).getSelectionModel().select(1));
    waitForFx();
    waitForFx();
    Node facts = node("result-association", Node.class);
    double end = callOnFx(() -> facts.localToScene(facts.getLayoutBounds()).getMaxX());
    assertThat(callOnFx(() -> facts.lookupAll(".copyable-words"))).hasSizeGreaterThan(5);
    assertThat(callOnFx(() -> facts.lookupAll(".copyable-words")))
        .allSatisfy(
            words ->
                assertThat(callOnFx(() -> words.localToScene(words.getLayoutBounds()).getMaxX()))
                    .isLessThanOrEqualTo(end));
  }

  @Test
  void compactRowsShowMorePeers() throws Exception {
    openWith(withNotes("CT 1", ""));
    assertThat(callOnFx(() -> table().getFixedCellSize())).isEqualTo(30);
    onFx(
        () -> {
          CheckMenuItem compact = (CheckMenuItem) item("menu-compact");
          compact.setSelected(true);
        });
    waitForFx();
    assertThat(callOnFx(() -> table().getFixedCellSize())).isEqualTo(24);
    assertThat(callOnFx(() -> node("peer-table", table().getClass()).lookupAll(".table-row-cell")))
        .allSatisfy(row -> assertThat(row.getLayoutBounds().getHeight()).isEqualTo(24));
  }

  private static Object item(String id) {
    return node("main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theExampleOfAFieldIsReadWhileOneIsInIt() throws Exception {
    openWith(withNotes("CT 1", ""));
    keys(KeyCode.CONTROL, KeyCode.N);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    TextField name = node("editor-name", TextField.class);
    String example = Objects.requireNonNull(callOnFx(name::getPromptText));
    assertThat(example).isNotBlank();
    assertThat(
            callOnFx(
                () ->
                    name.lookupAll(".text").stream()
                        .map(Text.class::cast)
                        .filter(text -> text.getText().equals(example))
                        .anyMatch(Text::isVisible)))
        .isTrue();
    keys(KeyCode.ESCAPE);
  }
}
