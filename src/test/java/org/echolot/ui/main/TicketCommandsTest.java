package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser.ExtensionFilter;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.settings.SettingsStore;
import org.echolot.ui.FileQuestions;
import org.junit.jupiter.api.Test;

/** Tickets as a user makes them in the window. */
class TicketCommandsTest extends WindowTest {

  private static MenuItem inMenu(String id) {
    Menu tickets =
        (Menu)
            node("main-menu", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "menu-tickets".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    return tickets.getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static MenuItem besideTheButton(String id) {
    return node("result-copy-ticket", SplitMenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void openWithAFailure() throws Exception {
    writePeers(Peer.of("Ours", new AeTitle("NOBODY"), "127.0.0.1", listenerPort));
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    eventually(() -> assertThat(listed()).hasSize(1));
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
  }

  private void copies(String beginning) {
    eventually(() -> assertThat(clipboard()).startsWith(beginning));
  }

  @Test
  void theFormatAndTheHidingAreRememberedByEveryWayToCopyAndByTheNextWindow() throws Exception {
    openWithAFailure();
    clearClipboard();
    Platform.runLater(inMenu("menu-copy-md")::fire);
    copies("## DICOM C-ECHO to \"Ours\" failed");

    clearClipboard();
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    copies("## DICOM C-ECHO to \"Ours\" failed");

    clearClipboard();
    onFx(() -> ((CheckMenuItem) besideTheButton("result-hides-names")).setSelected(true));
    onFx(node("result-copy-ticket", SplitMenuButton.class)::fire);
    copies("## DICOM C-ECHO to \"PEER-1\" failed");
    assertThat(clipboard()).doesNotContain("NOBODY", "127.0.0.1");
    assertThat(((CheckMenuItem) inMenu("menu-hides-names")).isSelected()).isTrue();

    close();
    open();
    assertThat(((RadioMenuItem) inMenu("menu-copy-md")).isSelected()).isTrue();
    assertThat(((RadioMenuItem) inMenu("menu-copy-txt")).isSelected()).isFalse();
    assertThat(((CheckMenuItem) besideTheButton("result-hides-names")).isSelected()).isTrue();
  }

  @Test
  void aSavedTicketCanBeShownInItsFolderWhichTheNextStartRemembers() throws Exception {
    openWithAFailure();
    Path file = Files.createDirectory(folder.resolve("tickets")).resolve("ours.txt");
    FileQuestions.Asker user = (_, _) -> file.toFile();
    onFx(() -> new FileQuestions("", user, user).serve(stage()));
    assertThat(isShown("status-show-in-folder")).isFalse();
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    eventuallyReads("status-message", "Saved the ticket on Ours to " + file);
    assertThat(isShown("status-show-in-folder")).isTrue();
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    eventually(() -> assertThat(text("status-message")).startsWith("Copied"));
    assertThat(isShown("status-show-in-folder")).as("nothing was saved").isFalse();

    close();
    assertThat(
            new SettingsStore(folder.resolve("settings.json"))
                .load()
                .settings()
                .window()
                .lastFolder())
        .isEqualTo(Objects.requireNonNull(file.getParent()).toString());
  }

  @Test
  void theTicketSurvivesThatTheConsoleIsCleared() throws Exception {
    openWithAFailure();
    chooseInConsole("console-clear");
    eventually(() -> assertThat(consoleLines()).isEmpty());
    clearClipboard();
    Platform.runLater(inMenu("menu-copy-txt")::fire);

    copies("DICOM C-ECHO to \"Ours\" failed");
    assertThat(clipboard()).contains("Requesting association: ECHOLOT → NOBODY");
  }

  @Test
  void aFilesNameGetsTheEndingOfTheChosenKindWhereItHasNone() {
    ExtensionFilter zip = new ExtensionFilter("zip", "*.zip");
    ExtensionFilter markdown = new ExtensionFilter("md", "*.md");
    List<ExtensionFilter> kinds = List.of(zip, markdown);

    assertThat(FileQuestions.withEnding(Path.of("a"), kinds, markdown)).hasToString("a.md");
    assertThat(FileQuestions.withEnding(Path.of("a.b"), kinds, null)).hasToString("a.b.zip");
    assertThat(FileQuestions.withEnding(Path.of("a.ZIP"), kinds, markdown)).hasToString("a.ZIP");
  }
}
