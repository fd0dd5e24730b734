package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.echolot.ui.peers.GroupRow;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in the list with the mouse: dragging, and the filters of the strip. */
class ListByMouseTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void writeTwoGroups() throws IOException {
    writePeers(
        peer("Archive", "Archives"),
        peer("Long-term", "Archives"),
        peer("CT 1", "Modalities"),
        peer("CT 2", "Modalities"),
        peer("MR", "Modalities"));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(5));
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    waitForFx();
  }

  private static Peer peer(String name, String tag) {
    return Peer.of(name, new AeTitle("ANY"), "10.1.2.3", 104).withTags(List.of(tag));
  }

  private List<String> saved() throws IOException {
    return new PeerStore(peersFile)
        .read().book().peers().stream()
            .map(peer -> peer.tags().getFirst().charAt(0) + ": " + peer.name())
            .toList();
  }

  private static boolean isOf(ListRow line, String name) {
    return switch (line) {
      case PeerRow row -> row.peer().name().equals(name);
      case GroupRow group -> group.name().equals(name);
      case null -> false;
    };
  }

  /** A place in the line of a peer or a group, at so much of its height. */
  private static Point2D in(String name, double part) {
    return callOnFx(
        () ->
            table().lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(
                    line ->
                        !line.isEmpty() && line.isVisible() && isOf((ListRow) line.getItem(), name))
                .findFirst()
                .map(
                    line -> {
                      Bounds bounds = line.localToScreen(line.getBoundsInLocal());
                      return new Point2D(
                          bounds.getMinX() + 200, bounds.getMinY() + bounds.getHeight() * part);
                    })
                .orElseThrow());
  }

  private void dragTo(String from, String to, double part) {
    drag(in(from, 0.5)).dropTo(in(to, part));
    waitForFx();
  }

  @Test
  void peersAreDraggedToAnotherPlaceAndIntoAnotherGroupAndEachIsOneUndo() {
    dragTo("MR", "CT 1", 0.2);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: Archive", "A: Long-term", "M: MR", "M: CT 1", "M: CT 2"));
    assertThat(text("undo-toast-text")).isEqualTo("Moved MR.");

    dragTo("CT 2", "Archive", 0.8);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: Archive", "A: CT 2", "A: Long-term", "M: MR", "M: CT 1"));
    assertThat(text("undo-toast-text")).isEqualTo("Moved CT 2 to Archives.");
    assertThat(selected()).containsExactly("CT 2");

    keys(KeyCode.CONTROL, KeyCode.Z);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: Archive", "A: Long-term", "M: MR", "M: CT 1", "M: CT 2"));
    keys(KeyCode.CONTROL, KeyCode.Z);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: Archive", "A: Long-term", "M: CT 1", "M: CT 2", "M: MR"));
    assertThat(listed()).containsExactly("Archive", "Long-term", "CT 1", "CT 2", "MR");
  }

  @Test
  void severalAreDraggedAtOnceToTheHeaderOfAGroup() {
    clickOn(in("CT 1", 0.5));
    keys(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly("CT 1", "CT 2");
    dragTo("CT 2", "Archives", 0.5);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: CT 1", "A: CT 2", "A: Archive", "A: Long-term", "M: MR"));
    keys(KeyCode.CONTROL, KeyCode.Z);
    eventually(
        () ->
            assertThat(saved())
                .containsExactly("A: Archive", "A: Long-term", "M: CT 1", "M: CT 2", "M: MR"));
  }

  @Test
  void whatIsLetGoAtItsOwnLineOrElsewhereStaysWhereItIs() throws IOException {
    List<String> before = saved();
    dragTo("MR", "MR", 0.9);
    drag(in("MR", 0.5)).dropTo("#filter");
    waitForFx();
    assertThat(saved()).isEqualTo(before);
    dragTo("MR", "CT 1", 0.2);
    eventually(() -> assertThat(saved()).isNotEqualTo(before));
  }

  private static List<String> selected() {
    return callOnFx(
        () ->
            table().getSelectionModel().getSelectedItems().stream()
                .filter(PeerRow.class::isInstance)
                .map(row -> ((PeerRow) row).peer().name())
                .toList());
  }

  @Test
  void aHiddenSelectionComesBackWithItsRowAndASingleHitIsSelected() {
    engine.prepare("Long-term", Results::refused);
    clickOn(in("MR", 0.5));
    keys(KeyCode.CONTROL, KeyCode.F);
    typeOver("ct");
    assertThat(listed()).containsExactly("CT 1", "CT 2");
    assertThat(selected()).isEmpty();
    assertThat(text("status-counts")).isEqualTo("2 of 5 shown");
    keys(KeyCode.ESCAPE);
    assertThat(selected()).containsExactly("MR");
    assertThat(text("result-name")).isEqualTo("MR");

    keys(KeyCode.CONTROL, KeyCode.F);
    typeOver("term");
    assertThat(selected()).as("the only one").containsExactly("Long-term");
    keys(KeyCode.ESCAPE);
    keys(KeyCode.F5);
    eventuallyCounts("5 peers · 0 ok · 1 failing · 4 not checked");
    clickOn("#strip-failing");
    waitForFx();
    assertThat(listed()).containsExactly("Long-term");
    assertThat(Objects.requireNonNull(find("strip-worse")).isVisible()).isFalse();
  }

  @Test
  void aQuestionMarkShowsTheKeysWhateverKeyItIsOn() {
    clickOn(in("MR", 0.5));
    typed("?");
    eventually(() -> assertThat(titles()).contains("Keyboard shortcuts"));
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(titles()).doesNotContain("Keyboard shortcuts"));
  }
}
