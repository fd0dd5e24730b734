package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ThrowingRunnable;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.faults.FaultLog;
import org.echolot.files.FileSteps;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.peer.HeldPort;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.ConsoleSettings;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.ConsoleMenus;
import org.echolot.ui.CopyableText;
import org.echolot.ui.FxTest;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of the tests that work with the window as a user does, in a folder of their own. */
abstract class WindowTest extends FxTest {

  /** Long enough for anything that is going to happen at all, on a busy machine too. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The most times that Tab is pressed on the way to a control. */
  private static final int MOST_TABS = 60;

  @TempDir Path folder;
  Path peersFile;
  int listenerPort;

  /** How the window's files are read and written. */
  FileSteps steps = FileSteps.REAL;

  final SecretBook secrets = new SecretBook();
  final TlsMaterials materials = new TlsMaterials(secrets);

  private final ExecutorService disk = Threads.newSerial("test disk");
  private final ExecutorService background = Threads.newSerial("test background");
  private @Nullable HeldPort heldPort;
  private @Nullable Stage stage;
  private @Nullable MainWindow window;
  private @Nullable FaultLog faults;
  private @Nullable CountDownLatch closed;

  @BeforeEach
  void choosePlaces() throws IOException {
    peersFile = folder.resolve("peers.json");
    heldPort = HeldPort.open();
    listenerPort = heldPort.number();
  }

  @AfterEach
  void closeWhatIsOpen() throws IOException {
    if (stage != null) {
      onFx(
          () ->
              Window.getWindows().stream()
                  .filter(window -> !window.equals(stage))
                  .toList()
                  .forEach(Window::hide));
      keys(KeyCode.CONTROL, KeyCode.Q);
      if (isShown("not-saved")) {
        tabTo("not-saved-lose");
        keys(KeyCode.SPACE);
      }
      awaitClosed();
    }
    disk.shutdownNow();
    background.shutdownNow();
    if (heldPort != null) {
      heldPort.close();
    }
  }

  // The window

  /** Opens the window with our own engine, and the settings of the folder. */
  void open() {
    open(new OwnEngine(materials, secrets));
  }

  void open(EchoEngine engine) {
    open(EchoEngines.of(engine));
  }

  void open(EchoEngines engines) {
    SettingsStore settingsStore = new SettingsStore(folder.resolve("settings.json"));
    Settings settings =
        settingsStore
            .load()
            .settings()
            .with(new ListenerSettings(new AeTitle("ECHOLOT"), listenerPort, false, true));
    if (!Files.exists(folder.resolve("settings.json"))) {
      // Most tests look into the console; a first start has it closed.
      settings = settings.with(new ConsoleSettings("INFO", "LOCAL", "OPEN", "ALL", false));
    }
    open(engines, settingsStore, settings);
  }

  private void open(EchoEngines engines, SettingsStore settingsStore, Settings settings) {
    Journal journal = new Journal();
    ChosenEngine engine = new ChosenEngine(engines, settings.checks().engine());
    FaultLog faultLog = faultLog();
    faults = faultLog;
    Services services =
        new Services(
            journal,
            engine,
            new Fleet(engine, journal, settings.checks().parallelism()),
            secrets,
            materials,
            new PeerStore(peersFile, steps, InstantSource.system()),
            settingsStore,
            disk,
            background,
            faultLog);
    CountDownLatch whenClosed = new CountDownLatch(1);
    closed = whenClosed;
    stage =
        callOnFx(
            () -> {
              Stage made = new Stage();
              window = new MainWindow(services, settings, made, whenClosed::countDown);
              window.open();
              made.requestFocus();
              return made;
            });
    waitForFx();
  }

  private FaultLog faultLog() {
    return new FaultLog(
        folder.resolve("faults.log"), UnaryOperator.identity(), InstantSource.system());
  }

  /** What takes the faults of the window. */
  FaultLog faults() {
    return Objects.requireNonNull(faults);
  }

  /** The window itself, as the program has it. */
  MainWindow window() {
    return Objects.requireNonNull(window);
  }

  Stage stage() {
    return Objects.requireNonNull(stage);
  }

  /** Holds nothing of a window that was closed. */
  void forget() {
    window = null;
    faults = null;
    closed = null;
  }

  /** Closes the window by its key, and waits until all is saved. */
  void close() {
    keys(KeyCode.CONTROL, KeyCode.Q);
    awaitClosed();
  }

  /** Waits until a window that was told to close has saved what it can. */
  void awaitClosed() {
    try {
      assertThat(Objects.requireNonNull(closed).await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("the window was closed")
          .isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    stage = null;
  }

  // What is there

  /** Writes a peers file as another program would. */
  void writePeers(Peer... peers) throws IOException {
    PeerBook book = PeerBook.EMPTY;
    for (Peer peer : peers) {
      book = book.withAdded(peer);
    }
    new PeerStore(peersFile).saveAnyway(book);
  }

  Peer builtIn(String name, String calledAe) {
    return Peer.of(name, new AeTitle(calledAe), "127.0.0.1", listenerPort);
  }

  // What the user sees

  static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
  }

  /** How all peers stand, as the strip says. */
  static String counts() {
    Node strip = node("strip", Node.class);
    return callOnFx(strip::getAccessibleText);
  }

  static void eventuallyCounts(String text) {
    eventually(() -> assertThat(counts()).isEqualTo(text));
  }

  static @Nullable Node find(String id) {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
  }

  static boolean isShown(String id) {
    Node found = find(id);
    return found != null && callOnFx(() -> isShown(found));
  }

  /** Whether a node and all that it is in are visible. To be asked on the FX thread. */
  static boolean isShown(Node found) {
    for (Node node = found; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The words of a label or button, or of a text that can be copied. */
  static String text(String id) {
    Node node = node(id, Node.class);
    return callOnFx(
        () -> node instanceof CopyableText copyable ? copyable.text() : ((Labeled) node).getText());
  }

  /** The peer that is shown answers, and is not being checked again. */
  static void eventuallyAnswers() {
    eventually(
        () -> {
          assertThat(text("result-headline")).startsWith("C-ECHO successful");
          assertThat(text("result-checked")).startsWith("checked ");
        });
  }

  static void eventuallyReads(String id, String text) {
    eventually(() -> assertThat(text(id)).isEqualTo(text));
  }

  @SuppressWarnings("unchecked")
  static TableView<ListRow> table() {
    return node("peer-table", TableView.class);
  }

  /** The names in the list from top to bottom. */
  static List<String> listed() {
    TableView<ListRow> table = table();
    return callOnFx(
        () ->
            table.getItems().stream()
                .filter(PeerRow.class::isInstance)
                .map(PeerRow.class::cast)
                .map(row -> row.peer().name())
                .toList());
  }

  /** The mark that the list shows for a peer. */
  static String mark(String name) {
    TableView<ListRow> table = table();
    return callOnFx(
        () ->
            table.lookupAll(".table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.getTableColumn() != null)
                .filter(cell -> "status".equals(cell.getTableColumn().getId()))
                .filter(
                    cell ->
                        table.getItems().get(cell.getIndex()) instanceof PeerRow row
                            && row.peer().name().equals(name))
                .map(TableCell::getText)
                .findFirst()
                .orElse("not shown"));
  }

  /** The lines that the console shows. */
  @SuppressWarnings("unchecked")
  static List<String> consoleLines() {
    ListView<JournalLine> list = node("console-list", ListView.class);
    return callOnFx(() -> list.getItems().stream().map(JournalLine::text).toList());
  }

  static String clipboard() {
    return callOnFx(() -> Objects.toString(Clipboard.getSystemClipboard().getString(), ""));
  }

  static void clearClipboard() {
    onFx(() -> Clipboard.getSystemClipboard().clear());
  }

  /** Chooses what the menu at the console's edge offers. */
  static void chooseInConsole(String id) {
    ConsoleMenus.choose(node("console-more", MenuButton.class), id);
  }

  // What the user does

  /**
   * Presses keys together, the last of them for what it does, and waits for that. They go to the
   * window on top: without a display the one below keeps the focus, and the robot's keys.
   */
  static void keys(KeyCode... codes) {
    Set<KeyCode> held = Set.of(codes);
    KeyCode key = codes[codes.length - 1];
    fire(press(KeyEvent.KEY_PRESSED, key, held));
    fire(press(KeyEvent.KEY_RELEASED, key, held));
    waitForFx();
  }

  private static KeyEvent press(EventType<KeyEvent> type, KeyCode code, Set<KeyCode> held) {
    return new KeyEvent(
        type,
        KeyEvent.CHAR_UNDEFINED,
        "",
        code,
        held.contains(KeyCode.SHIFT),
        held.contains(KeyCode.CONTROL),
        held.contains(KeyCode.ALT),
        false);
  }

  /** Does not wait for what it does, which may be to show a dialog until it is closed. */
  private static void fire(KeyEvent event) {
    Platform.runLater(
        () -> {
          // The key that closes the last window is released where there is none.
          if (!Window.getWindows().isEmpty()) {
            Scene scene = onTop().getScene();
            Node focused = scene.getFocusOwner();
            Event.fireEvent(focused == null ? scene : focused, event);
          }
        });
  }

  private static Stage onTop() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** Types over what the focused field holds. */
  static void typeOver(String text) {
    keys(KeyCode.CONTROL, KeyCode.A);
    text.chars()
        .mapToObj(Character::toString)
        .map(
            letter ->
                new KeyEvent(
                    KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false))
        .forEach(WindowTest::fire);
    eventually(() -> assertThat(typed()).isEqualTo(text));
  }

  /** Types a letter where the keyboard is; does not wait for what it does. */
  static void typed(String letter) {
    fire(
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  /** The titles of all windows that are open. */
  static List<String> titles() {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(window -> Objects.toString(((Stage) window).getTitle()))
                .toList());
  }

  private static String typed() {
    return callOnFx(
        () -> onTop().getScene().getFocusOwner() instanceof TextField field ? field.getText() : "");
  }

  /** Goes to a control with Tab alone. */
  void tabTo(String id) {
    for (int i = 0; i < MOST_TABS && !id.equals(focusedId()); i++) {
      keys(KeyCode.TAB);
    }
    assertThat(focusedId()).as("reached with Tab").isEqualTo(id);
  }

  /** The id of what has the focus in the window on top. */
  static String focusedId() {
    return callOnFx(
        () -> {
          Node focused = onTop().getScene().getFocusOwner();
          return focused == null
              ? "nothing"
              : Objects.toString(focused.getId(), focused.getClass().getSimpleName());
        });
  }
}
