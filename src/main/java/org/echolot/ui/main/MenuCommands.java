package org.echolot.ui.main;

/** Carries out what only the menu offers. */
final class MenuCommands {

  private final BuiltInServer builtIn;
  private final Services services;
  private final Dialogs dialogs;
  private final WindowActions actions;

  MenuCommands(BuiltInServer builtIn, Services services, Dialogs dialogs, WindowActions actions) {
    this.builtIn = builtIn;
    this.services = services;
    this.dialogs = dialogs;
    this.actions = actions;
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
