package org.echolot.ui.main;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.faults.FaultLog;
import org.echolot.faults.Injected;
import org.echolot.faults.LoggedFaults;
import org.echolot.fleet.Fleet;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.journal.Journal;
import org.echolot.peer.HeldPort;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTls;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.ConsoleSettings;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.console.Drawer;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;

/** Opens the window and does all that can be done in it, again and again, whatever fails. */
public final class FailingWindow {

  private static final int TIMEOUT_SECONDS = 60;
  private static final int MOST_WINDOWS = 8;

  /** What fails at its begin gets no further the first time, nor perhaps the second. */
  private static final int MOST_TRIES = 20;

  /** What would end the work, or have another list in the place of this one. */
  private static final Set<String> LEFT_OUT = Set.of("quit", "open-list");

  private static final List<String> TEXTS =
      List.of("1", "", "host:127.0.0.1", "status:failed", "aet:ECHOLOT -tag:x", "(", "104");

  private final Path folder;
  private final Set<Integer> told = new ConcurrentSkipListSet<>();
  private final Stage stage;

  private final MainWindow window;
  private final PeerBook peerBook;

  private FailingWindow(Path folder, Stage stage, MainWindow window, PeerBook peerBook) {
    this.folder = folder;
    this.stage = stage;
    this.window = window;
    this.peerBook = peerBook;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    HeldPort port = HeldPort.open();

    PeerStore store = new PeerStore(folder.resolve("peers.json"));
    PeerBook book = PeerBook.EMPTY;
    Peer own = Peer.of("Own", new AeTitle("ECHOLOT"), "127.0.0.1", port.number());
    book = book.withAdded(own.withTags(List.of("ward")));
    book = book.withAdded(Peer.of("Refused", new AeTitle("NOBODY"), "127.0.0.1", 1));
    book =
        book.withAdded(
            Peer.of("TLS", new AeTitle("ECHOLOT"), "127.0.0.1", port.number())
                .withTls(PeerTls.DEFAULT));
    store.saveAnyway(book);
    Settings settings =
        Settings.DEFAULT
            .with(new ListenerSettings(new AeTitle("ECHOLOT"), port.number(), false, true))
            .with(new ConsoleSettings("TRACE", "LOCAL", "OPEN", "ALL", false));
    Journal journal = new Journal();
    SecretBook secrets = new SecretBook();
    TlsMaterials materials = new TlsMaterials(secrets);
    ChosenEngine engine =
        new ChosenEngine(EchoEngines.of(new OwnEngine(materials, secrets)), "echolot");
    HistoryStore history =
        HistoryStore.open(new HistoryFolder(folder.resolve("history")), Retention.DEFAULT, _ -> {});
    FaultLog faults =
        new FaultLog(
            folder.resolve("faults.log"), UnaryOperator.identity(), InstantSource.system());
    Services services =
        new Services(
            journal,
            engine,
            new Fleet(engine, journal, 4, history),
            secrets,
            materials,
            store,
            new SettingsStore(folder.resolve("settings.json")),
            Threads.newSerial("disk"),
            Threads.newSerial("background"),
            faults,
            history);
    Stage stage = callOnFx(Stage::new);
    MainWindow shown =
        callOnFx(
            () -> {
              MainWindow made = new MainWindow(services, settings, stage, () -> {});
              made.open();
              stage.requestFocus();
              return made;
            });
    FailingWindow window = new FailingWindow(folder, stage, shown, book);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          window.hear(fault);
          faults.uncaughtException(thread, fault);
        });
    Runnable _ =
        LoggedFaults.takeTo(Objects.requireNonNull(Thread.getDefaultUncaughtExceptionHandler()));
    window.work();
    System.exit(0);
  }

  private void hear(Throwable fault) {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    told.addAll(Injected.in(text.toString()));
  }

  private void work() throws Exception {
    settle();
    boolean _ =
        callOnFx(
            () -> {
              new FileQuestions(folder.toString(), this::opened, (_, _) -> file()).serve(stage);
              return true;
            });
    Injected.letLoose();
    workWithAll(stage);
    for (String id : menuItems()) {
      chooseUntilNothingNewFails(id);
    }
    workWithAll(stage);
    Injected.stop();
    for (Window other : others()) {
      later(other::hide);
    }
    awaitAllTold();
    Injected.lost(told).forEach(place -> System.out.println("lost " + place));
    System.out.println("faults " + Injected.count());
    System.out.println("notice " + (window.models().faults.noticeProperty().get() != null));
    goOn();
  }

  private void chooseUntilNothingNewFails(String id) throws Exception {
    int failed = -1;
    for (int time = 0; time < MOST_TRIES && failed != Injected.count(); time++) {
      failed = Injected.count();
      boolean all = time % 2 == 1;
      later(this::tidy);
      later(() -> select(all));
      settle();
      choose(id);
      for (Window other : others()) {
        workWithAll(other);
        workWithAll(other);
      }
      for (Window other : others()) {
        later(other::hide);
      }
      later(stage::requestFocus);
      hearFile();
    }
  }

  /** What failed in the background may be told a little later. */
  private void awaitAllTold() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!Injected.lost(told).isEmpty() && System.nanoTime() < end) {
      settle();
      hearFile();
    }
  }

  /** Now that nothing fails, the window draws, reads its file and takes a peer. */
  private void goOn() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    boolean has = false;
    while (!has && System.nanoTime() < end) {
      for (Window other : others()) {
        later(other::hide);
      }
      later(this::tidy);
      settle();
      has = callOnFx(() -> rowsShown() >= peerBook.peers().size());
    }
    System.out.println("responds " + has);
  }

  private long rowsShown() {
    TableView<?> table =
        (TableView<?>) Objects.requireNonNull(stage.getScene().lookup("#peer-table"));
    return table.getItems().stream().filter(PeerRow.class::isInstance).count();
  }

  /** What failed in telling of a fault is in the file alone. */
  private void hearFile() throws IOException {
    for (String name : List.of("faults.log", "faults.log.1")) {
      if (Files.exists(folder.resolve(name))) {
        told.addAll(Injected.in(Files.readString(folder.resolve(name))));
      }
    }
  }

  /** The next has all peers before it, whatever the last did. */
  private void tidy() {
    Node filter = Objects.requireNonNull(stage.getScene().lookup("#filter"));
    gather(filter).stream()
        .filter(TextInputControl.class::isInstance)
        .map(TextInputControl.class::cast)
        .forEach(TextInputControl::clear);
    window.models().console.drawerProperty().set(Drawer.OPEN);
    PeersModel peers = window.models().peers;
    if (!peers.loadedProperty().get() || peers.file().trouble() != null) {
      peers.load();
    }
    if (peers.rows().size() < peerBook.peers().size()) {
      peerBook.peers().stream()
          .filter(peer -> !peers.book().names().contains(peer.name()))
          .forEach(peers::add);
    }
  }

  private static List<Node> gather(Node node) {
    List<Node> nodes = new ArrayList<>();
    gather(node, nodes);
    return nodes;
  }

  private void select(boolean all) {
    TableView<?> table =
        (TableView<?>) Objects.requireNonNull(stage.getScene().lookup("#peer-table"));
    table.getSelectionModel().clearSelection();
    if (all) {
      table.getSelectionModel().selectAll();
    } else {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  /** Another list would be shown in the place of this one. */
  private @Nullable File opened(FileChooser chooser, Window owner) {
    return chooser.getTitle().equals("Open a list of peers") ? null : file();
  }

  private File file() {
    return folder.resolve("chosen.txt").toFile();
  }

  private List<String> menuItems() throws Exception {
    return callOnFx(
        () -> {
          List<String> ids = new ArrayList<>();
          MenuBar bar = (MenuBar) Objects.requireNonNull(stage.getScene().lookup(".menu-bar"));
          bar.getMenus().forEach(menu -> gather(menu, ids));
          return ids;
        });
  }

  private static void gather(Menu menu, List<String> ids) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu below) {
        gather(below, ids);
      } else if (item.getId() != null && !isLeftOut(item)) {
        ids.add(item.getId());
      }
    }
  }

  private void choose(String id) throws Exception {
    later(
        () -> {
          MenuBar bar = (MenuBar) Objects.requireNonNull(stage.getScene().lookup(".menu-bar"));
          bar.getMenus().stream()
              .flatMap(FailingWindow::all)
              .filter(item -> id.equals(item.getId()))
              .findFirst()
              .ifPresent(FailingWindow::fire);
        });
    settle();
  }

  private static Stream<MenuItem> all(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(FailingWindow::all)
        : Stream.of(item);
  }

  private static boolean isLeftOut(MenuItem item) {
    String id = item.getId();
    return id != null && LEFT_OUT.stream().anyMatch(id::endsWith);
  }

  private static void fire(MenuItem item) {
    if (isLeftOut(item)) {
      return;
    }
    if (item instanceof CheckMenuItem check) {
      check.setSelected(!check.isSelected());
    }
    if (item instanceof RadioMenuItem radio) {
      radio.setSelected(true);
    }
    if (!item.isDisable()) {
      item.fire();
    }
  }

  private List<Window> others() throws Exception {
    return callOnFx(
        () -> Window.getWindows().stream().filter(window -> !window.equals(stage)).toList());
  }

  /** Uses each control of a window once. */
  private void workWithAll(Window window) throws Exception {
    List<Node> nodes = new ArrayList<>();
    boolean _ =
        callOnFx(
            () -> {
              if (window.getScene() != null) {
                gather(window.getScene().getRoot(), nodes);
              }
              return true;
            });
    for (Node node : nodes) {
      later(() -> use(node));
    }
    settle();
  }

  private static void gather(Node node, List<Node> nodes) {
    nodes.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> gather(child, nodes));
    }
  }

  private static void use(Node node) {
    String id = node.getId();
    if (Window.getWindows().size() > MOST_WINDOWS
        || (id != null && LEFT_OUT.stream().anyMatch(id::endsWith))) {
      return;
    }
    switch (node) {
      case MenuButton menu ->
          menu.getItems().stream().flatMap(FailingWindow::all).forEach(FailingWindow::fire);
      case CheckBox box -> box.setSelected(!box.isSelected());
      case ToggleButton toggle -> toggle.fire();
      case ButtonBase button -> button.fire();
      case TextInputControl text -> {
        if (text.isEditable()) {
          text.setText(TEXTS.get((TEXTS.indexOf(text.getText()) + 1) % TEXTS.size()));
          text.fireEvent(new ActionEvent());
        }
      }
      case ComboBox<?> box -> box.getSelectionModel().selectNext();
      case ChoiceBox<?> box -> box.getSelectionModel().selectNext();
      case TableView<?> table -> {
        table.getSelectionModel().selectFirst();
        table.scrollTo(table.getItems().size() - 1);
      }
      case ListView<?> list -> {
        list.getSelectionModel().selectFirst();
        list.scrollTo(list.getItems().size() - 1);
      }
      case TabPane tabs -> tabs.getSelectionModel().selectNext();
      default -> {
        if (node.getOnMouseClicked() != null) {
          click(node);
        }
      }
    }
    if (node instanceof TableView || node instanceof ListView || node instanceof TextInputControl) {
      for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.ENTER, KeyCode.F2)) {
        Event.fireEvent(
            node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
      }
    }
  }

  private static void click(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            2,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            new PickResult(node, 1, 1)));
  }

  /** Has it done on the FX thread, where it may open a dialog that waits for its end. */
  private static void later(Runnable action) {
    Platform.runLater(action);
  }

  private static void settle() throws Exception {
    CountDownLatch frames = new CountDownLatch(3);
    later(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                  stop();
                }
              }
            }.start());
    if (!frames.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no frames any more");
    }
  }

  private static <T> T callOnFx(Callable<T> action) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(action.call());
          } catch (Throwable thrown) {
            done.completeExceptionally(thrown);
          }
        });
    return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
