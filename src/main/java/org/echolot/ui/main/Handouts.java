package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.echolot.check.CheckRequest;
import org.echolot.concurrent.Threads;
import org.echolot.handout.SameTest;
import org.echolot.peers.Peer;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.handout.RegisterDialog;
import org.echolot.ui.handout.RegisterModel;
import org.echolot.ui.logs.ExplainModel;
import org.echolot.ui.logs.ExplainWindow;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.PeersModel;
import org.kordamp.ikonli.feather.Feather;

/** What comes after a check: to ask for registration, to hand on the test, to read logs. */
final class Handouts {

  /** Asks for our registration. */
  final WindowAction register =
      new WindowAction(
          "register",
          "Ask to register us…",
          "Makes the message, or the piece of configuration, with which the peer takes our calls",
          new KeyCodeCombination(
              KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
          Feather.USER_PLUS,
          new SimpleBooleanProperty(true),
          this::askToRegister);

  /** Says what log lines mean. */
  final WindowAction explain =
      new WindowAction(
          "explain",
          "Explain log lines…",
          "Says what log lines of other DICOM software mean",
          new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN),
          Feather.HELP_CIRCLE,
          new SimpleBooleanProperty(true),
          this::explainLogs);

  private final Window owner;
  private final Services services;
  private final PeersModel peers;
  private final PeerTable table;
  private final Function<Peer, CheckRequest> requestFor;
  private final BuiltInServer builtIn;
  private final Executor frames;
  private final Consumer<String> say;

  /**
   * @param requestFor the check of a peer
   * @param frames runs what changes view models
   * @param say tells the user what was done
   */
  Handouts(
      Window owner,
      Services services,
      PeersModel peers,
      PeerTable table,
      Function<Peer, CheckRequest> requestFor,
      BuiltInServer builtIn,
      Executor frames,
      Consumer<String> say) {
    this.owner = owner;
    this.services = services;
    this.peers = peers;
    this.table = table;
    this.requestFor = requestFor;
    this.builtIn = builtIn;
    this.frames = frames;
    this.say = say;
  }

  /** Those that have a key. */
  List<WindowAction> actions() {
    return List.of(register, explain);
  }

  /**
   * The menu with the tools that can make the same test.
   *
   * @param place the beginning of the items' ids
   */
  Menu copyAs(String place, ObservableValue<Boolean> enabled) {
    Menu menu = new Menu("Copy as");
    menu.setId(place + "-copy-as");
    menu.disableProperty().bind(enabled.map(on -> !on));
    for (SameTest test : SameTest.values()) {
      MenuItem item = new MenuItem(test.label());
      item.setId(place + "-copy-as-" + test.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      item.setOnAction(_ -> copy(test));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void copy(SameTest test) {
    List<String> commands = new ArrayList<>();
    for (PeerRow row : table.selectedRows()) {
      CheckRequest request = requestFor.apply(row.peer());
      String obstacle = test.obstacle(request);
      if (obstacle != null) {
        say.accept("Nothing copied. " + obstacle);
        return;
      }
      commands.add(test.text(request));
    }
    if (!commands.isEmpty()) {
      TextClipboard.copy(String.join("\n", commands) + (commands.size() == 1 ? "" : "\n"));
      say.accept("Copied: " + test.description() + ".");
    }
  }

  private void askToRegister() {
    List<PeerRow> selected = table.selectedRows();
    PeerRow row = selected.isEmpty() ? null : selected.getFirst();
    CheckRequest peer = row == null ? null : requestFor.apply(row.peer());
    RegisterModel model =
        new RegisterModel(
            peer,
            row == null ? null : row.lastResult(),
            peer == null ? peers.book().callingAe() : peer.callingAe(),
            builtIn.settings().port());
    model.lookUpHostName(services.background(), frames);
    RegisterDialog.show(owner, model);
  }

  private void explainLogs() {
    ExplainWindow.show(
        owner, new ExplainModel(work -> Threads.startVirtual("explain", work), frames));
  }
}
