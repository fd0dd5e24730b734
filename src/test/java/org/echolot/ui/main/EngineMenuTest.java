package org.echolot.ui.main;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.check.CheckResult;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.check.run.SecondEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peers.Peer;
import org.echolot.settings.SettingsStore;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.Test;

/** What the menu offers where a build has two engines. */
class EngineMenuTest extends WindowTest {

  private static List<MenuItem> items() {
    return node("main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? Stream.concat(Stream.of(item), menu.getItems().stream())
                    : Stream.of(item))
        .toList();
  }

  private static void choose(String id) {
    MenuItem item = items().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
    assertThat(item.isDisable()).as(id).isFalse();
    Platform.runLater(item::fire);
    waitForFx();
  }

  private void openWithTwoEngines(ScriptedPeer peer) throws IOException {
    writePeers(Peer.of("CT", new AeTitle("CT"), "127.0.0.1", peer.port()));
    open(EchoEngines.of(List.of(new OwnEngine(), SecondEngine.make())));
    eventually(() -> assertThat(listed()).containsExactly("CT"));
    eventually(() -> assertThat(focusedId()).isEqualTo("peer-table"));
  }

  private static String engineOfResult() {
    return callOnFx(
        () -> {
          CheckResult result = ((PeerRow) table().getItems().getFirst()).lastResult();
          return result == null ? "" : result.engine();
        });
  }

  @Test
  void oneEngineNeedsNoChoiceButSaysHowToGetASecond() {
    open();

    assertThat(items())
        .extracting(MenuItem::getId)
        .contains("menu-compare-engines")
        .doesNotContain("menu-check-with", "menu-engine");
    choose("menu-compare-engines");
    eventually(() -> assertThat(find("second-opinion-command")).isNotNull());
    assertThat(callOnFx(() -> requireNonNull((TextField) find("second-opinion-command")).getText()))
        .contains("bin/run");
  }

  @Test
  void aPeerIsCheckedWithTheEngineThatIsNamed() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      openWithTwoEngines(peer);
      choose("menu-check-with-second");

      eventually(() -> assertThat(engineOfResult()).isEqualTo("second"));
    }
  }

  @Test
  void theEngineThatIsChosenMakesTheChecksAndIsRemembered() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      openWithTwoEngines(peer);
      choose("menu-engine-second");
      keys(KeyCode.F5);
      eventually(() -> assertThat(engineOfResult()).isEqualTo("second"));
      close();
    }

    assertThat(
            new SettingsStore(folder.resolve("settings.json")).load().settings().checks().engine())
        .isEqualTo("second");
  }

  @Test
  void theEnginesAreComparedInAWindowOfTheirOwn() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      openWithTwoEngines(peer);
      choose("menu-compare-engines");

      eventually(
          () -> assertThat(text("comparison-verdict")).isEqualTo("The engines report the same."));
      assertThat(peer.connections()).isEqualTo(2);
    }
  }
}
