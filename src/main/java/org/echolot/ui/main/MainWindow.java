package org.echolot.ui.main;

import atlantafx.base.theme.Tweaks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.HistoryStore;
import org.echolot.peers.Peer;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.Settings;
import org.echolot.ui.Dialogs;
import org.echolot.ui.FxThread;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.action.Action;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.CheckAction;
import org.echolot.ui.action.Focus;
import org.echolot.ui.action.PeerAction;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.WindowAction;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.StateStrip;
import org.echolot.ui.result.ResultPane;
import org.echolot.ui.result.SelectionPane;
import org.echolot.ui.secrets.SecretDialog;
import org.echolot.ui.ticket.TicketCommands;
import org.jspecify.annotations.Nullable;

/** The window: puts the views together. To be used on the FX thread. */
public final class MainWindow {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final WindowModels models;
  private final WindowSession session;

  /** Shows another list in the same window, in the place of this one; null: this one is shown. */
  private volatile @Nullable MainWindow next;

  /**
   * @param settings how the window stands at first
   * @param whenClosed called, by any thread, when the window was closed and all is saved
   */
  public MainWindow(Services services, Settings settings, Stage stage, Runnable whenClosed) {
    models = new WindowModels(services, settings, new SecretDialog(stage));
    PeerTable table = new PeerTable(models.peers, models.clock);
    models.density.applyTo(table);
    StateStrip strip = new StateStrip(models.peers);
    FilterField filter = new FilterField(models.peers.shown());
    TicketCommands tickets = new TicketCommands(table, models.tickets, new Dialogs(stage));
    ConsolePane console = new ConsolePane(models.console, tickets::copy);
    Commands commands =
        new Commands(stage, services, models, table, filter, strip, tickets, console);
    Actions actions = commands.actions();
    ResultPane result = new ResultPane(table.shownRow(), models.clock, actions, commands.result());
    HistoryStore history = services.history();
    if (history != null) {
      HistoryTab.add(history, result, table.shownRow(), models, new Dialogs(stage));
    }
    table.setContextMenu(
        new ContextMenu(actions.menuItems(Place.ROW_MENU).toArray(MenuItem[]::new)));
    table.onDoubleClick(() -> actions.perform(CheckAction.ECHO));
    table.onCheck(models.checks::echo);
    strip.onCheckFailing(() -> actions.perform(CheckAction.ECHO_FAILING));
    actions.takeKeys(table, Focus.LIST);
    actions.takeKeys(filter, Focus.FILTER);
    table.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          if ("?".equals(event.getCharacter())) {
            actions.perform(WindowAction.SHORTCUTS);
          }
        });
    // What stops checks does this in the list where none runs.
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (isKeyOf(WindowAction.CLEAR_FILTER, event)) {
            actions.perform(WindowAction.CLEAR_FILTER);
          }
        });
    models.allCheckedAt.subscribe((_, at) -> strip.say("all checked at " + TIME.format(at)));
    keepFrom(result, PeerAction.DELETE);
    keepFrom(console, PeerAction.DELETE);

    StackPane left = new StackPane(table);
    StackPane right = new StackPane();
    SplitPane upper = new SplitPane(left, right);
    upper.setId("split-result");
    SplitPane whole = new SplitPane();
    whole.setId("split-console");
    whole.setOrientation(Orientation.VERTICAL);
    SplitPane.setResizableWithParent(console, false);
    BorderPane root = new BorderPane(whole);
    root.setTop(
        new VBox(
            new MainMenu(actions),
            new MainToolBar(actions, filter, models.theming),
            strip,
            new FileNoticeBar(models.peers),
            new FaultNoticeBar(models.faults)));
    VBox below =
        new VBox(
            new StatusBar(
                models.peers,
                table.selectedPeers(),
                models.checks,
                models.listener,
                models.message,
                models.watch.badgeProperty(),
                commands.watch()::showEvents));
    root.setBottom(below);
    SplitMemory splits = new SplitMemory(upper, whole, table.wantedWidthProperty());
    new ConsoleDrawer(whole, upper, console, below, splits).begin(models.console, table.shownRow());
    commands.exchange().takeDrops(root);
    show(root, stage, WindowMemory.place(settings), services.peerStore().file());
    actions.takeOtherKeys(stage.getScene());
    followWatch(stage, table);
    session = new WindowSession(stage, services, models, table, splits, settings, whenClosed);
    // The first picture has the list; to style all of this would take it twice as long.
    session.afterFirstPicture(
        () -> {
          left.getChildren()
              .addAll(welcome(models, commands), new UndoToast(models.message, actions));
          right
              .getChildren()
              .addAll(
                  result,
                  new SelectionPane(table.selectedPeers(), models.peers.countsProperty(), actions));
        });
    models.wantedList.subscribe(
        file -> {
          if (file != null) {
            MainWindow other =
                new MainWindow(
                    services.with(new PeerStore(file)), session.makeRoom(), stage, whenClosed);
            next = other;
            other.open();
          }
        });
  }

  /** The title, which the system shows too, has how many changes nobody has looked at. */
  private void followWatch(Stage stage, PeerTable table) {
    String title = stage.getTitle();
    models
        .watch
        .unseenProperty()
        .subscribe(
            count -> stage.setTitle(count.intValue() == 0 ? title : "(" + count + ") " + title));
    table
        .shownRow()
        .subscribe(
            row -> {
              if (row != null) {
                models.watch.seen(row);
              }
            });
  }

  private static void show(BorderPane root, Stage stage, Rectangle2D place, Path peersFile) {
    // Without a size JavaFX would lay out all of it to find one.
    Scene scene = new Scene(root, place.getWidth(), place.getHeight());
    scene.getStylesheets().add(Stylesheets.look());
    MenuKey.follow(scene);
    stage.setScene(scene);
    stage.setTitle(peersFile.getFileName() + " – Echolot");
    stage.setMinWidth(640);
    stage.setMinHeight(420);
  }

  /** The key that deletes peers does so in the list alone. */
  private static void keepFrom(Node pane, Action action) {
    pane.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (isKeyOf(action, event)) {
            event.consume();
          }
        });
  }

  private static boolean isKeyOf(Action action, KeyEvent event) {
    return action.look().keys().stream().anyMatch(key -> key.matches(event));
  }

  private static Node welcome(WindowModels models, Commands commands) {
    Welcome welcome =
        new Welcome(
            () -> models.builtIn.startAnywhere(commands.peers()::addAndEcho),
            () ->
                commands
                    .peers()
                    .addAndEcho(
                        Peer.of(
                            "Orthanc on this computer", new AeTitle("ORTHANC"), "localhost", 4242)),
            () -> commands.actions().perform(PeerAction.ADD));
    ScrollPane scrolled = new ScrollPane(welcome);
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    scrolled.setMinHeight(0); // a small window has no room for all of it
    scrolled.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    // Where the file can't be written, what is added would be lost.
    scrolled
        .visibleProperty()
        .bind(Bindings.isEmpty(models.peers.rows()).and(models.peers.editableProperty()));
    return scrolled;
  }

  /** Shows the window, reads the peers and starts to listen. */
  public void open() {
    session.open();
  }

  /**
   * Tells that the window gets on again. For use by any thread.
   *
   * @param after how long it did not
   */
  void respondsAgain(Duration after) {
    MainWindow other = next;
    if (other != null) {
      other.respondsAgain(after);
      return;
    }
    new FxThread().frames().execute(() -> models.faults.showBack(after));
  }

  /** What is shown. */
  WindowModels models() {
    return models;
  }

  /** Whether it was closed, or is being so. For use by any thread. */
  boolean isClosing() {
    MainWindow other = next;
    return other == null ? session.isClosing() : other.isClosing();
  }

  /** Stops what runs, keeps how the window stood, and says so when all of it is done. */
  public void close() {
    MainWindow other = next;
    if (other == null) {
      session.close();
    } else {
      other.close();
    }
  }
}
