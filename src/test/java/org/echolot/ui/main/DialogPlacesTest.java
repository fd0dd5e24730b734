package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.check.Cause;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TrustVerdict;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opens over the window opens over its middle, wherever it is. */
class DialogPlacesTest extends WindowTest {

  /** What the frame that the system puts round a window may shift. */
  private static final double SHIFT = 24;

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openAside() throws Exception {
    writePeers(
        Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104),
        guarded(),
        Peer.of("Secure", new AeTitle("CT1"), "10.1.2.3", 104).withTls(PeerTls.DEFAULT));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1", "Guarded", "Secure"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    onFx(
        () -> {
          stage().setX(10);
          stage().setY(10);
          stage().setWidth(720);
          stage().setHeight(560);
        });
    waitForFx();
  }

  private static MenuItem item(String id) {
    return node("main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(candidate -> id.equals(candidate.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Stage> stages() {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList());
  }

  /** What is larger than the window may not leave the screen. */
  private static double beside(double middle, double least, double most) {
    return Math.max(least, Math.min(middle, most));
  }

  @ParameterizedTest
  @CsvSource({
    "menu-add, Add a peer",
    "menu-edit, Edit CT 1",
    "menu-preferences, Preferences",
    "menu-register, Ask to register us",
    "menu-explain, Explain log lines",
    "menu-events, Watch events",
    "menu-probe, Beyond an echo: CT 1",
    "menu-compare-engines, Second opinion",
    "menu-shortcuts, Keyboard shortcuts",
    "menu-locations, File locations",
    "menu-about, About Echolot"
  })
  void itIsInTheMiddleOfTheWindow(String id, String title) {
    Platform.runLater(() -> item(id).fire());
    assertInTheMiddle(title);
  }

  @Test
  void aListThatIsImportedIsInTheMiddleOfTheWindow() {
    onFx(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "MR 2\tMR2\t10.1.2.4\t104\n")));
    onFx(() -> table().requestFocus());
    keys(KeyCode.CONTROL, KeyCode.V);
    assertInTheMiddle("Import from the clipboard");
  }

  @Test
  void theEditorOfSeveralIsInTheMiddleOfTheWindow() {
    keys(KeyCode.CONTROL, KeyCode.A);
    keys(KeyCode.F2);
    assertInTheMiddle("Edit 3 peers");
  }

  @Test
  void theQuestionForASecretIsInTheMiddleOfTheWindow() {
    become(1);
    keys(KeyCode.F5);
    assertInTheMiddle("Passcode needed");
  }

  @Test
  void theQuestionWhetherToTrustIsInTheMiddleOfTheWindow() {
    engine.prepare(
        "Secure",
        r ->
            Results.tlsFailed(
                r,
                Cause.CERTIFICATE_UNTRUSTED,
                Handshakes.judged(Certificates.one("pss"), TrustVerdict.Kind.UNTRUSTED)));
    become(2);
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-trust")).isTrue());
    Platform.runLater(node("result-trust", Button.class)::fire);
    assertInTheMiddle("Trust the certificate of Secure?");
  }

  private void become(int row) {
    onFx(() -> table().getSelectionModel().clearAndSelect(row));
    eventually(() -> assertThat(text("result-name")).isEqualTo(listed().get(row)));
  }

  private static Peer guarded() {
    return new Peer(
        UUID.randomUUID(),
        "Guarded",
        new AeTitle("CT1"),
        "10.1.2.3",
        104,
        null,
        List.of(),
        "",
        PeerTimeouts.DEFAULT,
        null,
        new PeerUserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true),
        null,
        RawFields.NONE);
  }

  private void assertInTheMiddle(String title) {
    eventually(() -> assertThat(stages()).hasSize(2));
    waitForFx();
    Stage opened = stages().getLast();

    assertThat(Objects.toString(opened.getTitle())).isEqualTo(title);
    // JavaFX asks the system for no buttons that minimize or maximize what is owned.
    assertThat(opened.getOwner()).isEqualTo(stage());
    Rectangle2D screen = callOnFx(() -> Screen.getPrimary().getVisualBounds());
    assertThat(opened.getX())
        .isCloseTo(
            beside(
                stage().getX() + (stage().getWidth() - opened.getWidth()) / 2,
                screen.getMinX(),
                screen.getMaxX() - opened.getWidth()),
            within(SHIFT));
    assertThat(opened.getY())
        .isCloseTo(
            beside(
                stage().getY() + (stage().getHeight() - opened.getHeight()) / 2,
                screen.getMinY(),
                screen.getMaxY() - opened.getHeight()),
            within(SHIFT));
    onFx(opened::close);
  }

  @Test
  void whatIsTallerThanTheWindowIsNotOffTheScreenEvenAtFirst() {
    List<Double> tops = new CopyOnWriteArrayList<>();
    onFx(
        () ->
            Window.getWindows()
                .addListener(
                    (ListChangeListener<Window>)
                        change -> {
                          while (change.next()) {
                            change
                                .getAddedSubList()
                                .forEach(added -> added.yProperty().subscribe(y -> seen(tops, y)));
                          }
                        }));
    Platform.runLater(() -> item("menu-shortcuts").fire());
    eventually(() -> assertThat(stages()).hasSize(2));
    waitForFx();
    Stage opened = stages().getLast();

    assertThat(opened.getHeight()).isGreaterThan(stage().getY() * 2 + stage().getHeight());
    assertThat(tops).isNotEmpty().allMatch(top -> top >= 0);
    onFx(opened::close);
  }

  /** Before it has a place, it is nowhere. */
  private static void seen(List<Double> tops, Number top) {
    if (Double.isFinite(top.doubleValue())) {
      tops.add(top.doubleValue());
    }
  }
}
