package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.SettingsStore;
import org.echolot.ui.CopyableText;
import org.junit.jupiter.api.Test;

/** The story of a first start, up to a peer that fails and the ticket about it. */
class FirstStartTest extends WindowTest {

  @Test
  void fromTheEmptyListToTheTicketAboutAPeerThatFails() throws Exception {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    assertThat(List.of("welcome-built-in", "welcome-orthanc", "welcome-add"))
        .allMatch(WindowTest::isShown);
    eventuallyReads("status-listener", "listening as ECHOLOT on 127.0.0.1:" + listenerPort);

    addTheBuiltInServer();
    addAPeerWithFaultsAndCorrectThem();
    echoTheOneThatFails();
    readTheConsole();
    copyTheLogAndTheTicket();

    assertThat(new PeerStore(peersFile).read().book().names())
        .containsExactly("Built-in echo server", "Wrong title");
  }

  @Test
  void theBuiltInServerTakesAnotherPortWhereItsOwnIsTaken() throws Exception {
    try (ServerSocket _ = new ServerSocket(listenerPort, 1, InetAddress.getLoopbackAddress())) {
      open();
      eventually(() -> assertThat(text("status-listener")).contains("in use by another program"));
      tabTo("welcome-built-in");
      keys(KeyCode.SPACE);
      eventuallyAnswers();
      assertThat(text("result-address")).doesNotEndWith(":" + listenerPort);
      close();
    }
    int chosen =
        new SettingsStore(folder.resolve("settings.json")).load().settings().listener().port();
    assertThat(new PeerStore(peersFile).read().book().peers().getFirst().port())
        .as("it is there after the next start too")
        .isEqualTo(chosen)
        .isNotEqualTo(listenerPort);
  }

  private void addTheBuiltInServer() {
    tabTo("welcome-built-in");
    keys(KeyCode.SPACE);
    eventuallyAnswers();
    eventuallyCounts("1 peer · 1 ok · 0 failing · 0 not checked");
    assertThat(mark("Built-in echo server")).isEqualTo("✓");
    assertThat(text("result-name")).isEqualTo("Built-in echo server");
    assertThat(isShown("welcome")).isFalse();
    assertThat(focusedId()).isEqualTo("peer-table");
  }

  private void addAPeerWithFaultsAndCorrectThem() {
    keys(KeyCode.CONTROL, KeyCode.N);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    typeOver("built-in ECHO server");
    keys(KeyCode.TAB);
    typeOver("SEVENTEEN_LETTERS");
    keys(KeyCode.TAB);
    typeOver("two words");
    keys(KeyCode.TAB);
    typeOver("70000");
    assertThat(text("editor-name-fault")).startsWith("✗ There is a peer named");
    assertThat(text("editor-called-ae-fault")).startsWith("✗ ").contains("16");
    assertThat(text("editor-host-fault")).startsWith("✗ ");
    assertThat(text("editor-port-fault")).startsWith("✗ ").contains("too high");

    keys(KeyCode.ENTER);
    assertThat(focusedId()).as("not saved, and at the first fault").isEqualTo("editor-name");
    typeOver("Wrong title");
    keys(KeyCode.TAB);
    typeOver("WRONG");
    keys(KeyCode.TAB);
    typeOver("127.0.0.1");
    keys(KeyCode.TAB);
    typeOver(String.valueOf(listenerPort));
    assertThat(List.of("editor-name", "editor-called-ae", "editor-host", "editor-port"))
        .noneMatch(id -> isShown(id + "-fault"));

    keys(KeyCode.F5);
    eventually(
        () ->
            assertThat(text("editor-test-verdict")).startsWith("✗ Called AE title not recognized"));
    assertThat(text("editor-test-advice")).contains("WRONG");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    assertThat(listed()).containsExactly("Built-in echo server", "Wrong title");
    assertThat(mark("Wrong title")).as("as the check in the editor found").isEqualTo("✗");
    eventuallyReads("result-headline", "Called AE title not recognized");
  }

  private void echoTheOneThatFails() {
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    eventuallyCounts("2 peers · 1 ok · 1 failing · 0 not checked");
    assertThat(mark("Wrong title")).isEqualTo("✗");
    assertThat(text("result-summary")).contains("WRONG").doesNotContain("not recognized");
    assertThat(text("result-move")).isEqualTo("Our move");
    assertThat(text("result-advice")).startsWith("1. ").contains("WRONG", "\n2. ");
    assertThat(labels("result-ladder"))
        .contains("Resolve", "Connect", "TLS", "Associate", "Echo", "Release", "✓", "✗", "–");
  }

  private void readTheConsole() {
    List<String> info = consoleLines();
    assertThat(info)
        .anyMatch(line -> line.contains("Requesting association: ECHOLOT → WRONG"))
        .anyMatch(line -> line.contains("rejected") || line.contains("Rejected"));

    tabTo("console-level-info");
    keys(KeyCode.RIGHT);
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(consoleLines()).hasSizeGreaterThan(info.size() + 10));
    assertThat(consoleLines()).containsAll(info);
  }

  private void copyTheLogAndTheTicket() {
    tabTo("console-list");
    clearClipboard();
    keys(KeyCode.CONTROL, KeyCode.A);
    keys(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard().lines().count()).isEqualTo(consoleLines().size());
    assertThat(clipboard()).contains("Requesting association: ECHOLOT → WRONG");

    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    eventually(() -> assertThat(clipboard()).startsWith("DICOM C-ECHO"));
    assertThat(clipboard())
        .startsWith("DICOM C-ECHO to \"Wrong title\" failed")
        .contains("Called AE title not recognized", "result 1", "Debug log");
  }

  /** The words of all labels and links below a node. */
  private static List<String> labels(String id) {
    Parent parent = node(id, Parent.class);
    return callOnFx(
        () ->
            Stream.of(".label", ".hyperlink", ".copyable")
                .flatMap(kind -> parent.lookupAll(kind).stream())
                .map(
                    node ->
                        node instanceof CopyableText copyable
                            ? copyable.text()
                            : ((Labeled) node).getText())
                .toList());
  }
}
