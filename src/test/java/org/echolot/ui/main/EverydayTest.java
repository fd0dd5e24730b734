package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import javafx.application.Application;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.JournalLine;
import org.echolot.peers.Peer;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.ConsoleSettings;
import org.echolot.settings.SettingsStore;
import org.echolot.settings.Theme;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in the window day by day, by the keyboard. */
class EverydayTest extends WindowTest {

  @BeforeEach
  void writeThree() throws IOException {
    writePeers(
        builtIn("Archive", "ECHOLOT"), builtIn("CT 1", "ECHOLOT"), builtIn("MR 2", "ECHOLOT"));
  }

  private void openAndList(String... names) {
    open();
    eventually(() -> assertThat(listed()).containsExactly(names));
  }

  private List<String> saved() throws IOException {
    return new PeerStore(peersFile).read().book().names();
  }

  private static List<String> selected() {
    var table = table();
    return callOnFx(
        () ->
            table.getSelectionModel().getSelectedItems().stream()
                .map(row -> ((PeerRow) row).peer().name())
                .toList());
  }

  @Test
  void aRunningCheckIsStoppedWithEscape() throws IOException {
    try (SilentServer silent = new SilentServer()) {
      writePeers(
          Peer.of("Silent", new AeTitle("CT1"), "127.0.0.1", silent.port()),
          builtIn("CT 1", "ECHOLOT"));
      openAndList("Silent", "CT 1");
      eventually(() -> assertThat(selected()).containsExactly("Silent"));

      keys(KeyCode.F5);
      eventually(() -> assertThat(silent.callers()).isEqualTo(1));
      eventuallyReads("result-hint", "Associating…");
      assertThat(mark("Silent")).isEqualTo("◌");
      assertThat(text("status-progress-text")).isEqualTo("0/1");
      assertThat(isShown("status-progress")).isTrue();

      keys(KeyCode.ESCAPE);
      eventuallyReads("result-headline", "Stopped");
      assertThat(mark("Silent")).isEqualTo("■");
      assertThat(text("result-ended")).startsWith("Ended by: the user. Took ");
      assertThat(isShown("status-progress")).isFalse();
      eventually(() -> assertThat(String.join("\n", consoleLines())).containsIgnoringCase("stop"));
    }
  }

  @Test
  void allThatTheFilterShowsAreEchoed() {
    openAndList("Archive", "CT 1", "MR 2");
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    keys(KeyCode.CONTROL, KeyCode.F);
    typeOver("ct");
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("3 peers · 1 ok · 0 failing · 2 not checked");

    keys(KeyCode.ESCAPE);
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("3 peers · 3 ok · 0 failing · 0 not checked");
  }

  @Test
  void theFilterNarrowsTheListAndItsKeysAreItsOwn() throws IOException {
    openAndList("Archive", "CT 1", "MR 2");
    keys(KeyCode.CONTROL, KeyCode.F);
    assertThat(focusedId()).isEqualTo("filter");
    keys(KeyCode.DELETE);
    assertThat(listed()).as("Delete in the filter").hasSize(3);

    typeOver("arch");
    assertThat(listed()).containsExactly("Archive");
    keys(KeyCode.ESCAPE);
    assertThat(listed()).hasSize(3);
    assertThat(saved()).hasSize(3);
  }

  @Test
  void deletesUndoesAndDuplicates() {
    openAndList("Archive", "CT 1", "MR 2");
    eventually(() -> assertThat(selected()).containsExactly("Archive"));
    keys(KeyCode.DOWN);
    assertThat(selected()).containsExactly("CT 1");
    keys(KeyCode.DELETE);
    assertThat(listed()).containsExactly("Archive", "MR 2");
    assertThat(selected()).as("what took its place").containsExactly("MR 2");
    assertThat(text("undo-toast-text")).isEqualTo("Deleted CT 1.");
    assertThat(isShown("undo-toast")).isTrue();
    eventually(() -> assertThat(saved()).containsExactly("Archive", "MR 2"));

    keys(KeyCode.CONTROL, KeyCode.Z);
    assertThat(listed()).containsExactly("Archive", "CT 1", "MR 2");
    assertThat(selected()).containsExactly("CT 1");
    eventually(() -> assertThat(saved()).containsExactly("Archive", "CT 1", "MR 2"));

    keys(KeyCode.CONTROL, KeyCode.D);
    assertThat(listed()).containsExactly("Archive", "CT 1", "CT 1 (2)", "MR 2");
    assertThat(selected()).containsExactly("CT 1 (2)");
    eventually(() -> assertThat(saved()).hasSize(4));
    assertThat(text("undo-toast-text")).isEqualTo("Added CT 1 (2).");
    keys(KeyCode.CONTROL, KeyCode.Z);
    assertThat(listed()).containsExactly("Archive", "CT 1", "MR 2");
    assertThat(selected()).as("what took its place").hasSize(1);
    keys(KeyCode.CONTROL, KeyCode.Y);
    assertThat(selected()).containsExactly("CT 1 (2)");

    keys(KeyCode.CONTROL, KeyCode.A);
    keys(KeyCode.DELETE);
    assertThat(listed()).isEmpty();
    assertThat(isShown("welcome")).isTrue();
    keys(KeyCode.CONTROL, KeyCode.Z);
    assertThat(listed()).hasSize(4);
    assertThat(selected()).hasSize(4);
    eventually(() -> assertThat(saved()).hasSize(4));
  }

  @Test
  void editsTheSelectedPeerInPlace() {
    openAndList("Archive", "CT 1", "MR 2");
    eventually(() -> assertThat(selected()).containsExactly("Archive"));
    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    typeOver("ARCHIVE");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(listed()).containsExactly("ARCHIVE", "CT 1", "MR 2"));
    eventually(() -> assertThat(saved()).containsExactly("ARCHIVE", "CT 1", "MR 2"));

    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    typeOver("Not to be");
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("discard")).isTrue());
    eventually(() -> assertThat(focusedId()).isEqualTo("discard-keep"));
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("discard")).isFalse());
    assertThat(isShown("peer-editor")).as("Enter loses nothing").isTrue();
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("discard")).isTrue());
    tabTo("discard-lose");
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    assertThat(listed()).containsExactly("ARCHIVE", "CT 1", "MR 2");
  }

  @Test
  void aStageOfTheResultLeadsToItsLinesInTheConsole() {
    openAndList("Archive", "CT 1", "MR 2");
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    keys(KeyCode.F5);
    eventuallyAnswers();
    keys(KeyCode.F8);
    eventually(() -> assertThat(consoleLines()).doesNotContain("Releasing association"));

    tabTo("stage-release");
    keys(KeyCode.SPACE);
    eventually(
        () ->
            assertThat(selectedConsoleLines())
                .startsWith("Releasing association", "Association released")
                .hasSize(3));

    chooseInConsole("console-clear");
    tabTo("stage-release");
    keys(KeyCode.SPACE);
    eventuallyReads("status-message", "The console no longer has the lines of that stage.");
  }

  @SuppressWarnings("unchecked")
  private static List<String> selectedConsoleLines() {
    ListView<JournalLine> list = node("console-list", ListView.class);
    return callOnFx(
        () -> list.getSelectionModel().getSelectedItems().stream().map(JournalLine::text).toList());
  }

  @Test
  void theNextStartFindsEverythingAsItWas() {
    openAndList("Archive", "CT 1", "MR 2");
    tabTo("tool-theme");
    boolean wasDark = isDark();
    keys(KeyCode.SPACE);
    assertThat(isDark()).isNotEqualTo(wasDark);
    tabTo("console-level-info");
    keys(KeyCode.RIGHT);
    keys(KeyCode.SPACE);
    chooseInConsole("console-times-utc");
    onFx(
        () -> {
          stage().setWidth(1000);
          stage().setHeight(700);
        });
    waitForFx();
    onFx(
        () -> {
          column("callingAe").setVisible(true);
          column("name").setSortType(TableColumn.SortType.DESCENDING);
          table().getSortOrder().setAll(List.of(column("name")));
        });
    setSplit("split-result", 0.5);
    setSplit("split-console", 0.6);
    assertThat(listed()).containsExactly("MR 2", "CT 1", "Archive");
    close();

    openAndList("MR 2", "CT 1", "Archive");
    assertThat(isDark()).isNotEqualTo(wasDark);
    assertThat(callOnFx(() -> column("callingAe").isVisible())).isTrue();
    assertThat(callOnFx(() -> column("tags").isVisible())).isFalse();
    assertThat(callOnFx(() -> stage().getWidth())).isCloseTo(1000, within(1.0));
    assertThat(callOnFx(() -> stage().getHeight())).isCloseTo(700, within(1.0));
    assertThat(split("split-result")).isCloseTo(0.5, within(0.01));
    assertThat(split("split-console")).isCloseTo(0.6, within(0.01));
    assertThat(callOnFx(() -> node("console-level-debug", ToggleButton.class).isSelected()))
        .isTrue();
    ConsoleSettings kept =
        new SettingsStore(folder.resolve("settings.json")).load().settings().console();
    assertThat(kept.level()).isEqualTo("DEBUG");
    assertThat(kept.times()).isEqualTo("UTC");
    assertThat(kept.drawer()).isEqualTo("OPEN");
    assertThat(wasDark ? Theme.LIGHT : Theme.DARK).isEqualTo(savedTheme());
  }

  private Theme savedTheme() {
    return new SettingsStore(folder.resolve("settings.json"))
        .load()
        .settings()
        .appearance()
        .theme();
  }

  private static boolean isDark() {
    return callOnFx(() -> Application.getUserAgentStylesheet().contains("dark"));
  }

  private static TableColumn<ListRow, ?> column(String id) {
    return table().getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static double split(String id) {
    SplitPane pane = node(id, SplitPane.class);
    return callOnFx(() -> pane.getDividerPositions()[0]);
  }

  private static void setSplit(String id, double position) {
    SplitPane pane = node(id, SplitPane.class);
    onFx(() -> pane.setDividerPositions(position));
    waitForFx();
  }
}
