package org.echolot.ui.main;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.echolot.settings.Theme;
import org.echolot.ui.Dialogs;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.WindowAction;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.peers.PeerTable;

/** Carries out what concerns the window itself. To be used on the FX thread. */
final class WindowCommands {

  private final Stage stage;
  private final Services services;
  private final WindowModels models;
  private final PeerTable table;
  private final FilterField filter;
  private final ConsolePane console;
  private final Dialogs dialogs;

  WindowCommands(
      Stage stage,
      Services services,
      WindowModels models,
      PeerTable table,
      FilterField filter,
      ConsolePane console) {
    this.stage = stage;
    this.services = services;
    this.models = models;
    this.table = table;
    this.filter = filter;
    this.console = console;
    this.dialogs = new Dialogs(stage);
  }

  Deed deed(WindowAction action) {
    return switch (action) {
      case RELOAD -> Deed.always(this::reloadPeers);
      case LOCATIONS ->
          Deed.always(
              () ->
                  dialogs.showLocations(
                      services.peerStore().file(), services.settingsStore().file()));
      case QUIT ->
          Deed.always(
              () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
      case FILTER -> Deed.always(filter::enter);
      case CLEAR_FILTER -> Deed.when(filter.textProperty().isNotEmpty(), filter::clear);
      case LEAVE_FILTER -> Deed.always(table::enter);
      case FIND -> Deed.always(console::focusFind);
      case THEME -> Deed.menuOf(Stream.of(Theme.values()).map(this::theme).toList());
      case TOGGLE_THEME -> Deed.always(models.theming::toggle);
      case SHORTCUTS -> Deed.always(dialogs::showShortcuts);
      case ABOUT -> Deed.always(dialogs::showAbout);
      case OPEN_MENU -> new Deed.ByControl();
    };
  }

  private Deed.Option theme(Theme theme) {
    return new Deed.Option(
        theme.name().toLowerCase(Locale.ROOT),
        switch (theme) {
          case SYSTEM -> "Same as the system";
          case LIGHT -> "Light";
          case DARK -> "Dark";
        },
        new Deed.Marked(
            true,
            models.theming.choiceProperty().isEqualTo(theme),
            () -> models.theming.choiceProperty().set(theme)));
  }

  /** A change that could not be saved would be lost, so that it is asked about first. */
  private void reloadPeers() {
    if (!models.peers.file().hasUnsavedChange() || dialogs.confirmLoss("Reload without saving")) {
      models.peers.load();
    }
  }
}
