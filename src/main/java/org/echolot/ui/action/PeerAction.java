package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the list of peers. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum PeerAction implements Action {
  ADD(
      Look.of("add", "Add…", "Adds a peer")
          .key(KeyCode.N, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.PLUS)
          .in(Place.PEER_MENU, 1)
          .in(Place.ROW_MENU, 2)
          .in(Place.TOOL_BAR, 2, "Add")
          .in(Place.TOOL_ADD_MENU, 1, "Add a peer…")
          .opening(Place.TOOL_ADD_MENU)),
  EDIT(
      Look.of("edit", "Edit…", "Edits the selected peer, or several at once")
          .key(KeyCode.F2)
          .keyIn(Focus.LIST, KeyCode.F2)
          .icon(Feather.EDIT_2)
          .in(Place.PEER_MENU, 1)
          .in(Place.ROW_MENU, 2)),
  DUPLICATE(
      Look.of("duplicate", "Duplicate", "Copies the selected peer to a new one")
          .key(KeyCode.D, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.COPY)
          .in(Place.PEER_MENU, 1)
          .in(Place.ROW_MENU, 2)),
  DELETE(
      Look.of("delete", "Delete", "Deletes the selected peers; this can be undone")
          .key(KeyCode.DELETE)
          .icon(Feather.TRASH_2)
          .in(Place.PEER_MENU, 1)
          .in(Place.ROW_MENU, 2)),
  UNDO(
      Look.of("undo", "Undo", "Undoes the last change to a peer, or restores deleted peers")
          .key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.ROTATE_CCW)
          .in(Place.PEER_MENU, 1)),
  REDO(
      Look.of("redo", "Redo", "Does again what was undone")
          .key(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.ROTATE_CW)
          .in(Place.PEER_MENU, 1)),
  MOVE_UP(
      Look.of("move-up", "Move up", "Moves the selected peers up in their group")
          .keyIn(Focus.LIST, KeyCode.UP, KeyCombination.ALT_DOWN)
          .in(Place.PEER_MENU, 2)),
  MOVE_DOWN(
      Look.of("move-down", "Move down", "Moves the selected peers down in their group")
          .keyIn(Focus.LIST, KeyCode.DOWN, KeyCombination.ALT_DOWN)
          .in(Place.PEER_MENU, 2)),
  SELECT_ALL(
      Look.of("select-all", "Select all", "Selects every peer")
          .keyOfControl(Focus.LIST, KeyCode.A, KeyCombination.SHORTCUT_DOWN)
          .in(Place.PEER_MENU, 2)),
  COPY(
      Look.of("copy-peers", "Copy peers", "Copies the selected peers, each with its last result")
          .keyIn(Focus.LIST, KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
  ROW_MENU(
      Look.of("row-menu", "Menu of the peer", "Opens the menu of the selected peers")
          .keyIn(Focus.LIST, KeyCode.F10, KeyCombination.SHIFT_DOWN)
          .keyIn(Focus.LIST, KeyCode.CONTEXT_MENU));

  private final Look look;

  PeerAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
