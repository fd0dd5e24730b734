package org.echolot.ui.main;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.secrets.SecretsModel;

/** Carries out what only the menu offers. */
final class MenuCommands {

  private final PeersModel peers;
  private final BuiltInServer builtIn;
  private final Services services;
  private final Dialogs dialogs;
  private final WindowActions actions;
  private final Handouts handouts;
  private final SecretsModel secrets;
  private final Consumer<String> say;

  /**
   * @param say tells the user what was done
   */
  MenuCommands(
      PeersModel peers,
      BuiltInServer builtIn,
      Services services,
      Dialogs dialogs,
      WindowActions actions,
      Handouts handouts,
      SecretsModel secrets,
      Consumer<String> say) {
    this.peers = peers;
    this.builtIn = builtIn;
    this.services = services;
    this.dialogs = dialogs;
    this.actions = actions;
    this.handouts = handouts;
    this.secrets = secrets;
    this.say = say;
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

  void forgetSecrets() {
    secrets.forgetAll();
    services.materials().forget();
    say.accept("Forgot all passwords, passcodes and tokens.");
  }

  void showFileLocations() {
    dialogs.showLocations(services.peerStore().file(), services.settingsStore().file());
  }

  void showShortcuts() {
    dialogs.showShortcuts(
        Stream.concat(actions.all().stream(), handouts.actions().stream()).toList());
  }

  void showAbout() {
    dialogs.showAbout();
  }
}
