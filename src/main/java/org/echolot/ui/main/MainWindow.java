package org.echolot.ui.main;

import atlantafx.base.theme.Tweaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.peers.Peer;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.CheckSettings;
import org.echolot.settings.Settings;
import org.echolot.ui.FxThread;
import org.echolot.ui.Icons;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.Theming;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.result.ResultPane;
import org.echolot.ui.secrets.SecretDialog;
import org.echolot.ui.secrets.SecretsModel;

/** The window: makes the models and puts their views together. To be used on the FX thread. */
public final class MainWindow {

  /** How long the last saves may take when the window is closed. */
  private static final int PATIENCE_SECONDS = 5;

  private final Services services;
  private final Settings settings;
  private final Runnable whenClosed;
  private final Stage stage;
  private final Theming theming;
  private final PeersModel peers;
  private final SecretsModel secrets;
  private final ChecksModel checks;
  private final ListenerModel listener;
  private final BuiltInServer builtIn;
  private final ConsoleModel console;
  private final PeerTable table;
  private final ConsolePane consolePane;
  private final StatusBar status;
  private final TicketsModel ticketsModel;
  private final Tickets tickets;
  private final PeerCommands commands;
  private final Handouts handouts;
  private final CheckMenuItem probesTls =
      new CheckMenuItem("Ask silent peers whether they use TLS");
  private final SplitPane upper = new SplitPane();
  private final SplitPane whole = new SplitPane();
  private final WindowMemory memory;
  private final SplitMemory splits = new SplitMemory(upper, whole);
  private List<PeerRow> selectedBefore = List.of();

  /**
   * @param settings how the window stands at first
   * @param whenClosed called, by any thread, when the window was closed and all is saved
   */
  public MainWindow(Services services, Settings settings, Stage stage, Runnable whenClosed) {
    this.whenClosed = whenClosed;
    this.services = services;
    this.settings = settings;
    this.stage = stage;
    FxThread fx = new FxThread();
    Executor frames = fx.eachFrame();
    probesTls.setId("menu-probes-tls");
    probesTls.setSelected(settings.checks().probesTls());
    theming = new Theming(settings.appearance().theme());
    peers = new PeersModel(new PeerFile(services.peerStore(), services.disk(), frames));
    secrets =
        new SecretsModel(
            services.secrets(),
            services.materials()::check,
            services.background(),
            frames,
            new SecretDialog(stage));
    checks =
        new ChecksModel(services.fleet(), frames, this::requestFor, secrets, this::tellNotChecked);
    listener = new ListenerModel(services.journal(), services.background(), frames);
    builtIn = new BuiltInServer(settings.listener(), listener);
    console = new ConsoleModel(fx.frames());
    services.journal().addReader(console);
    table = new PeerTable(peers);
    memory = new WindowMemory(stage, table, console);
    status = new StatusBar(peers, checks, listener);
    ticketsModel = new TicketsModel(settings.tickets(), frames, status::say);
    tickets = new Tickets(table::selectedRows, ticketsModel, new Dialogs(stage)::askSaveTarget);
    consolePane = new ConsolePane(console, tickets::copy);
    FilterField filter = new FilterField(peers.filterProperty(), table::enter);
    commands =
        new PeerCommands(
            stage,
            peers,
            checks,
            table,
            filter,
            consolePane,
            tickets,
            new PeerEditing(
                services.fleet(), frames, this::requestFor, secrets, services.peerStore().folder()),
            status::say);
    WindowActions actions =
        new WindowActions(commands, peers, checks, table.getSelectionModel().getSelectedItems());
    handouts =
        new Handouts(stage, services, peers, table, this::requestFor, builtIn, frames, status::say);
    table.setContextMenu(actions.contextMenu(handouts));
    table.onUse(actions.echo::perform, actions.edit::perform, actions.stop::perform);
    ResultCommands onResult =
        new ResultCommands(
            stage,
            peers,
            checks,
            secrets,
            tickets,
            handouts,
            new StageLines(table.shownRow(), console, status::say),
            services.disk(),
            frames,
            status::say);
    BorderPane root = layOut(actions, filter, resultPane(actions, onResult));
    Scene scene = new Scene(root, 1200, 760);
    scene.getStylesheets().add(Stylesheets.of(MainWindow.class, "main.css"));
    stage.setScene(scene);
    stage.setTitle("Echolot");
    stage.getIcons().setAll(Icons.ofWindow());
    stage.setMinWidth(640);
    stage.setMinHeight(420);
  }

  /** The status bar shows it for a moment; the console keeps it. */
  private void tellNotChecked(String text) {
    status.say(text);
    services.journal().write(JournalLine.info(LineSource.PROGRAM, JournalLine.Tone.WARNING, text));
  }

  private ResultPane resultPane(WindowActions actions, ResultCommands onResult) {
    List<MenuItem> more = new ArrayList<>(tickets.menuItems("result"));
    more.addAll(
        List.of(
            new SeparatorMenuItem(),
            actions.saveTicket.menuItem("result"),
            actions.saveCapture.menuItem("result")));
    return new ResultPane(table.shownRow(), onResult, more);
  }

  private CheckRequest requestFor(Peer peer) {
    Path folder = services.peerStore().folder();
    return peers.book().requestFor(peer, folder).withTlsProbe(probesTls.isSelected());
  }

  private List<MenuItem> engineItems() {
    return EngineItems.of(
        services.engine(),
        table.getSelectionModel().getSelectedItems(),
        engine -> checks.echo(table.selectedRows(), engine),
        this::compareEngines);
  }

  private void compareEngines() {
    Peer peer = table.selectedRows().getFirst().peer();
    ComparisonModel comparison =
        new ComparisonModel(
            services.fleet(),
            services.engine().engines(),
            requestFor(peer),
            new FxThread().eachFrame());
    ComparisonDialog.show(stage, peer.name(), comparison);
  }

  private BorderPane layOut(WindowActions actions, FilterField filter, ResultPane result) {
    MainMenu menu =
        new MainMenu(
            actions,
            new MenuCommands(
                peers,
                builtIn,
                services,
                new Dialogs(stage),
                actions,
                handouts,
                secrets,
                status::say),
            handouts,
            listener,
            tickets,
            probesTls,
            console,
            engineItems(),
            theming);
    NoticeBar notices = new NoticeBar();
    peers.file().troubleProperty().subscribe(trouble -> notices.show(trouble, peers));
    upper.setId("split-result");
    upper.getItems().setAll(new StackPane(table, welcome()), result);
    whole.setId("split-console");
    whole.setOrientation(Orientation.VERTICAL);
    whole.getItems().setAll(upper, consolePane);
    SplitPane.setResizableWithParent(consolePane, false);
    keepDeleteFrom(consolePane);
    keepDeleteFrom(result);
    BorderPane root = new BorderPane(whole);
    root.setTop(new VBox(menu, new MainToolBar(actions, filter, theming), notices));
    root.setBottom(status);
    return root;
  }

  /** The key that deletes peers does so in the list alone. */
  private static void keepDeleteFrom(Node pane) {
    pane.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            event.consume();
          }
        });
  }

  private Node welcome() {
    Welcome welcome =
        new Welcome(
            () -> builtIn.startAnywhere(commands::addAndEcho),
            () ->
                commands.addAndEcho(
                    Peer.of("Orthanc on this computer", new AeTitle("ORTHANC"), "localhost", 4242)),
            commands::add);
    ScrollPane scrolled = new ScrollPane(welcome);
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    scrolled.setMinHeight(0); // a small window has no room for all of it
    scrolled.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    // Where the file can't be written, what is added would be lost.
    scrolled.visibleProperty().bind(Bindings.isEmpty(peers.rows()).and(peers.editableProperty()));
    return scrolled;
  }

  /** Shows the window, reads the peers and starts to listen. */
  public void open() {
    memory.restore(settings);
    stage.setOnCloseRequest(
        request -> {
          if (mayClose()) {
            close();
          } else {
            request.consume();
          }
        });
    stage.show();
    splits.restore(stage.getScene(), settings);
    peers.load();
    peers.loadedProperty().subscribe(this::keepSelection);
    if (settings.listener().startsWithWindow()) {
      builtIn.start();
    }
    table.requestFocus();
  }

  /** A list that is read again keeps its selection; a new one has its first peer selected. */
  private void keepSelection(boolean loaded) {
    if (!loaded) {
      selectedBefore = table.selectedRows();
      return;
    }
    List<PeerRow> still = selectedBefore.stream().filter(table.getItems()::contains).toList();
    if (still.isEmpty()) {
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().selectFirst();
    } else {
      table.select(still);
    }
  }

  /** A change that could not be saved would be lost. */
  private boolean mayClose() {
    return !peers.file().hasUnsavedChange()
        || new Dialogs(stage).confirmLoss("Close without saving");
  }

  /** Stops what runs, keeps how the window stood, and says so when all of it is done. */
  public void close() {
    checks.stop();
    listener.stop();
    Settings last =
        memory
            .kept(splits.addTo(settings))
            .with(new AppearanceSettings(theming.choiceProperty().get()))
            .with(
                new CheckSettings(
                    settings.checks().parallelism(), probesTls.isSelected(), chosenEngine()))
            .with(builtIn.settings())
            .with(ticketsModel.settings());
    stage.hide();
    services.journal().removeReader(console);
    var _ =
        CompletableFuture.runAsync(() -> save(last), services.disk())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete((_, _) -> whenClosed.run());
  }

  /** Where the user could not choose, a choice made in another build is kept. */
  private String chosenEngine() {
    return services.engine().engines().canCompare()
        ? services.engine().name()
        : settings.checks().engine();
  }

  private void save(Settings last) {
    try {
      services.settingsStore().save(last);
    } catch (IOException e) {
      // The console is closed; whoever started the window from a terminal may read it.
      System.err.println("The settings were not saved: " + e.getMessage());
    }
  }
}
