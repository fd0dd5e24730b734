package org.echolot.ui.main;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All that the user can do with peers and checks, each defined once. */
final class WindowActions {

  final WindowAction echo;
  final WindowAction echoAll;
  final WindowAction stop;
  final WindowAction add;
  final WindowAction edit;
  final WindowAction duplicate;
  final WindowAction delete;
  final WindowAction undo;
  final WindowAction selectAll;
  final WindowAction callingAe;
  final WindowAction filter;
  final WindowAction find;
  final WindowAction copyForTicket;
  final WindowAction saveTicket;
  final WindowAction saveCapture;
  final WindowAction quit;

  /** What the actions do; each is called when it makes sense. */
  interface Doer {
    void echoSelected();

    void echoAll();

    void stop();

    void add();

    void edit();

    void duplicate();

    void delete();

    void undo();

    void selectAll();

    void chooseCallingAe();

    void focusFilter();

    void focusFind();

    void copyForTicket();

    void saveTicket();

    void saveCapture();

    void quit();
  }

  WindowActions(Doer doer, PeersModel peers, ChecksModel checks, ObservableList<PeerRow> selected) {
    ObservableValue<Boolean> always = Bindings.createBooleanBinding(() -> true);
    ObservableValue<Boolean> any = Bindings.isNotEmpty(peers.rows());
    ObservableValue<Boolean> some = Bindings.isNotEmpty(selected);
    ObservableValue<Boolean> one = Bindings.size(selected).isEqualTo(1);
    ObservableValue<Boolean> editable = peers.editableProperty();

    echo =
        new WindowAction(
            "echo",
            "Echo",
            "Sends a C-ECHO to the selected peers",
            key(KeyCode.F5),
            Feather.PLAY,
            some,
            doer::echoSelected);
    echoAll =
        new WindowAction(
            "echo-all",
            "Echo all",
            "Sends a C-ECHO to every peer that the filter shows",
            key(KeyCode.F5, SHIFT_DOWN),
            Feather.FAST_FORWARD,
            any,
            doer::echoAll);
    stop =
        new WindowAction(
            "stop",
            "Stop",
            "Stops all running checks",
            key(KeyCode.ESCAPE),
            Feather.SQUARE,
            checks.busyProperty(),
            doer::stop);
    add =
        new WindowAction(
            "add",
            "Add…",
            "Adds a peer",
            key(KeyCode.N, SHORTCUT_DOWN),
            Feather.PLUS,
            editable,
            doer::add);
    edit =
        new WindowAction(
            "edit",
            "Edit…",
            "Edits the selected peer",
            key(KeyCode.F2),
            Feather.EDIT_2,
            both(one, editable),
            doer::edit);
    duplicate =
        new WindowAction(
            "duplicate",
            "Duplicate",
            "Makes a copy of the selected peer",
            key(KeyCode.D, SHORTCUT_DOWN),
            Feather.COPY,
            both(one, editable),
            doer::duplicate);
    delete =
        new WindowAction(
            "delete",
            "Delete",
            "Deletes the selected peers; this can be undone",
            key(KeyCode.DELETE),
            Feather.TRASH_2,
            both(some, editable),
            doer::delete);
    undo =
        new WindowAction(
            "undo",
            "Undo",
            "Takes back the last change to a peer, or brings back what was deleted",
            key(KeyCode.Z, SHORTCUT_DOWN),
            Feather.ROTATE_CCW,
            both(peers.undoTextProperty().isNotEmpty(), editable),
            doer::undo);
    selectAll =
        new WindowAction(
            "select-all", "Select all", "Selects every peer", null, null, any, doer::selectAll);
    callingAe =
        new WindowAction(
            "calling-ae",
            "Our AE title…",
            "Sets the AE title that we call as, unless a peer has its own",
            null,
            null,
            editable,
            doer::chooseCallingAe);
    filter =
        new WindowAction(
            "filter",
            "Filter peers",
            "Looks for peers by any of their words",
            key(KeyCode.F, SHORTCUT_DOWN),
            Feather.FILTER,
            always,
            doer::focusFilter);
    find =
        new WindowAction(
            "find",
            "Find in console",
            "Looks for a text in the console",
            key(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN),
            Feather.SEARCH,
            always,
            doer::focusFind);
    copyForTicket =
        new WindowAction(
            "copy-ticket",
            "Copy for ticket",
            "Copies what was found out about the selected peer, to be pasted into a ticket",
            key(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN),
            Feather.CLIPBOARD,
            some,
            doer::copyForTicket);
    saveTicket =
        new WindowAction(
            "save-ticket",
            "Save ticket…",
            "Saves the same as text, as Markdown, or as a ZIP with the whole log and a capture",
            key(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN),
            Feather.SAVE,
            some,
            doer::saveTicket);
    saveCapture =
        new WindowAction(
            "save-capture",
            "Save capture…",
            "Saves what was sent and received as a packet capture for Wireshark",
            key(KeyCode.W, SHORTCUT_DOWN, SHIFT_DOWN),
            Feather.DOWNLOAD,
            some,
            doer::saveCapture);
    quit =
        new WindowAction(
            "quit",
            "Quit",
            "Closes Echolot",
            key(KeyCode.Q, SHORTCUT_DOWN),
            null,
            always,
            doer::quit);
  }

  /** Those that have a key, in the order in which help lists them. */
  List<WindowAction> all() {
    return List.of(
        echo,
        echoAll,
        stop,
        add,
        edit,
        duplicate,
        delete,
        undo,
        filter,
        find,
        copyForTicket,
        saveTicket,
        saveCapture,
        quit);
  }

  /** What can be done with the selected peers, for a click with the other button. */
  ContextMenu contextMenu(Handouts handouts) {
    return new ContextMenu(
        echo.menuItem("row"),
        copyForTicket.menuItem("row"),
        saveTicket.menuItem("row"),
        saveCapture.menuItem("row"),
        handouts.copyAs("row", copyForTicket.enabled()),
        handouts.register.menuItem("row"),
        new SeparatorMenuItem(),
        add.menuItem("row"),
        edit.menuItem("row"),
        duplicate.menuItem("row"),
        delete.menuItem("row"));
  }

  private static @Nullable KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  private static ObservableValue<Boolean> both(
      ObservableValue<Boolean> a, ObservableValue<Boolean> b) {
    return Bindings.createBooleanBinding(() -> a.getValue() && b.getValue(), a, b);
  }
}
