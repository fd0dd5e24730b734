package org.echolot.ui.main;

import org.echolot.ui.peers.PeersModel;

/** Carries out what only the menu offers. */
final class MenuCommands {

  private final PeersModel peers;
  private final BuiltInServer builtIn;
  private final Services services;
  private final Dialogs dialogs;
  private final WindowActions actions;

  MenuCommands(
      PeersModel peers,
      BuiltInServer builtIn,
      Services services,
      Dialogs dialogs,
      WindowActions actions) {
    this.peers = peers;
    this.builtIn = builtIn;
    this.services = services;
    this.dialogs = dialogs;
    this.actions = actions;
  }

  /** A change that could not be saved would be lost, so that it is asked about first. */
  void reloadPeers() {
    if (!peers.file().hasUnsavedChange() || dialogs.confirmLoss("Read without saving")) {
      peers.load();
    }
  }

  void toggleListener() {
    builtIn.toggle();
  }

  void showFileLocations() {
    dialogs.showLocations(services.peerStore().file(), services.settingsStore().file());
  }

  void showShortcuts() {
    dialogs.showShortcuts(actions.all());
  }

  void showAbout() {
    dialogs.showAbout();
  }
}
