package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menus beside the buttons of the tool bar, and the one that chooses columns. */
class ToolBarTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openWithThree() throws Exception {
    writePeers(
        peer("Archive", 1).withTags(List.of("Archives")),
        peer("CT 1", 2).withTags(List.of("Modalities")),
        peer("MR 2", 3).withTags(List.of("Modalities")));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(3));
  }

  private static Peer peer(String name, int port) {
    return Peer.of(name, new AeTitle("ANY"), "10.1.2.3", port);
  }

  private static List<MenuItem> items(String button) {
    return node(button, SplitMenuButton.class).getItems();
  }

  private static MenuItem item(String button, String id) {
    return items(button).stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
  }

  private static List<String> texts(String button) {
    return items(button).stream()
        .map(MenuItem::getText)
        .filter(Objects::nonNull)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @Test
  void eachButtonHasWhatIsAkinBesideIt() {
    assertThat(texts("tool-echo-all")).containsExactly("Check failing", "Check group");
    assertThat(texts("tool-add"))
        .containsExactlyInAnyOrder(
            "Add a peer…", "Paste peers", "Import a file…", "From a running Orthanc…");
    assertThat(texts("tool-report"))
        .containsExactly("Save report…", "Watch events…", "Certificates…");
  }

  @Test
  void theGroupOfTheSelectedPeerIsChecked() {
    for (String name : listed()) {
      engine.prepare(name, Results::refused);
    }
    onFx(() -> table().getSelectionModel().clearAndSelect(4));
    waitForFx();
    MenuItem group = item("tool-echo-all", "check-echo-group");
    assertThat(group.isDisable()).isFalse();
    onFx(group::fire);
    eventuallyCounts("3 peers · 0 ok · 2 failing · 1 not checked");
    onFx(() -> table().getSelectionModel().clearSelection());
    waitForFx();
    assertThat(group.isDisable()).as("nothing is selected").isTrue();
  }

  private static TableColumn<?, ?> column(String id) {
    return table().getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalColumnsAreChosenWithoutTheMenuClosing() {
    Node button = callOnFx(() -> table().lookup(".show-hide-columns-button"));
    clickOn(button);
    waitForFx();
    assertThat(column("tags").isVisible()).isFalse();
    assertThat(column("notes").isVisible()).isFalse();
    for (String id : List.of("tags", "notes")) {
      clickOn(node("column-chooser-" + id, CheckBox.class));
      waitForFx();
      assertThat(column(id).isVisible()).as(id).isTrue();
      assertThat(isShown("column-chooser")).as("open after " + id).isTrue();
    }
    push(KeyCode.ESCAPE);
    waitForFx();
    assertThat(find("column-chooser")).isNull();
  }

  @Test
  void theArrowsGoThroughTheColumns() {
    clickOn(callOnFx(() -> table().lookup(".show-hide-columns-button")));
    waitForFx();
    List<String> ids = callOnFx(() -> table().getColumns().stream().map(c -> c.getId()).toList());
    for (int i = 0; i < ids.indexOf("tags"); i++) {
      push(KeyCode.DOWN);
    }
    push(KeyCode.SPACE);
    waitForFx();
    assertThat(column("tags").isVisible()).isTrue();
    push(KeyCode.UP);
    push(KeyCode.SPACE);
    waitForFx();
    assertThat(column("callingAe").isVisible()).isTrue();
    assertThat(isShown("column-chooser")).isTrue();
    push(KeyCode.ESCAPE);
    waitForFx();
    assertThat(find("column-chooser")).isNull();
  }
}
