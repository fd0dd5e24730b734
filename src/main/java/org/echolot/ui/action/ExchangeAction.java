package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What can be done with lists of peers of other systems. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum ExchangeAction implements Action {
  IMPORT(
      Look.of("import", "Import…", "Adds the peers of another system's list; this can be undone")
          .key(KeyCode.O, KeyCombination.SHORTCUT_DOWN)
          .in(Place.FILE_MENU, 1)
          .in(Place.TOOL_ADD_MENU, 1, "Import a file…")),
  IMPORT_ORTHANC(
      Look.of(
              "import-orthanc",
              "Import from Orthanc…",
              "Adds the modalities of a running Orthanc as peers; this can be undone")
          .in(Place.FILE_MENU, 1)
          .in(Place.TOOL_ADD_MENU, 1, "From a running Orthanc…")),
  EXPORT(
      Look.of("export", "Export…", "Writes the peers as a list for another system")
          .in(Place.FILE_MENU, 1)),
  PASTE(
      Look.of("paste-peers", "Paste peers", "Adds the peers found in the clipboard, in any form")
          .keyIn(Focus.LIST, KeyCode.V, KeyCombination.SHORTCUT_DOWN)
          .in(Place.PEER_MENU, 2)
          .in(Place.TOOL_ADD_MENU, 1));

  private final Look look;

  ExchangeAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
