package org.echolot.ui.main;

/** Carries out what only the menu offers. */
final class MenuCommands implements MainMenu.Doer {

  private final Runnable toggleListener;
  private final Services services;
  private final Dialogs dialogs;
  private final WindowActions actions;

  MenuCommands(Runnable toggleListener, Services services, Dialogs dialogs, WindowActions actions) {
    this.toggleListener = toggleListener;
    this.services = services;
    this.dialogs = dialogs;
    this.actions = actions;
  }

  @Override
  public void toggleListener() {
    toggleListener.run();
  }

  @Override
  public void showFileLocations() {
    dialogs.showLocations(services.peerStore().file(), services.settingsStore().file());
  }

  @Override
  public void showShortcuts() {
    dialogs.showShortcuts(actions.all());
  }

  @Override
  public void showAbout() {
    dialogs.showAbout();
  }
}
