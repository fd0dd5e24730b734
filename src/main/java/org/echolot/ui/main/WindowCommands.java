package org.echolot.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.echolot.settings.Theme;
import org.echolot.ui.Dialogs;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.WindowAction;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.peers.GroupRow;
import org.echolot.ui.peers.Grouping;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.StateStrip;
import org.echolot.ui.preferences.PreferencesDialog;

/** Carries out what concerns the window itself. To be used on the FX thread. */
final class WindowCommands {

  private static final List<ExtensionFilter> PEERS_FILES =
      List.of(
          new ExtensionFilter("Peers of Echolot", "*.json"), new ExtensionFilter("All files", "*"));

  /** By how much a key moves a divider, as a part of the whole. */
  private static final double DIVIDER_STEP = 0.04;

  private final Stage stage;
  private final Services services;
  private final WindowModels models;
  private final PeerTable table;
  private final FilterField filter;
  private final StateStrip strip;
  private final ConsolePane console;
  private final Dialogs dialogs;
  private final ColumnOptions columns;

  WindowCommands(
      Stage stage,
      Services services,
      WindowModels models,
      PeerTable table,
      FilterField filter,
      StateStrip strip,
      ConsolePane console) {
    this.stage = stage;
    this.services = services;
    this.models = models;
    this.table = table;
    this.filter = filter;
    this.strip = strip;
    this.console = console;
    this.dialogs = new Dialogs(stage);
    this.columns = new ColumnOptions(table);
  }

  Deed deed(WindowAction action) {
    return switch (action) {
      case OPEN_LIST -> Deed.always(this::openList);
      case RELOAD -> Deed.always(this::reloadPeers);
      case LOCATIONS ->
          Deed.always(
              () ->
                  dialogs.showLocations(
                      services.peerStore().file(), services.settingsStore().file()));
      case REPORT ->
          Deed.when(
              Bindings.isNotEmpty(models.peers.rows()),
              new ReportSaving(stage, services, models)::ask);
      case PREFERENCES -> Deed.always(() -> models.chosen.ask(stage));
      case QUIT ->
          Deed.always(
              () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
      case FILTER -> Deed.always(filter::enter);
      case CLEAR_FILTER -> Deed.when(filter.textProperty().isNotEmpty(), filter::clear);
      case SHOW_ALL -> Deed.always(() -> strip.press(0));
      case SHOW_FAILING -> Deed.always(() -> strip.press(1));
      case SHOW_WARNINGS -> Deed.always(() -> strip.press(2));
      case SHOW_OK -> Deed.always(() -> strip.press(3));
      case SHOW_UNCHECKED -> Deed.always(() -> strip.press(4));
      case GROUPS -> Deed.menuOf(Stream.of(Grouping.values()).map(this::grouping).toList());
      case SORT -> Deed.menuOf(columns.sorts());
      case COLUMNS -> Deed.menuOf(columns.shown());
      case LIST_WIDER -> Deed.always(() -> moveDivider("split-result", DIVIDER_STEP));
      case LIST_NARROWER -> Deed.always(() -> moveDivider("split-result", -DIVIDER_STEP));
      case CONSOLE_HIGHER -> Deed.always(() -> moveDivider("split-console", -DIVIDER_STEP));
      case CONSOLE_LOWER -> Deed.always(() -> moveDivider("split-console", DIVIDER_STEP));
      case FOLD_GROUP -> Deed.when(groupSelected(false), () -> table.foldSelected(true));
      case UNFOLD_GROUP -> Deed.when(groupSelected(true), () -> table.foldSelected(false));
      case FILTER_HELP -> Deed.always(filter::showHelp);
      case LEAVE_FILTER -> Deed.always(table::enter);
      case FIND -> Deed.always(console::focusFind);
      case COMPACT -> new Deed.Toggle(models.density.compactProperty());
      case THEME -> Deed.menuOf(Stream.of(Theme.values()).map(this::theme).toList());
      case TOGGLE_THEME -> Deed.always(models.theming::toggle);
      case SHORTCUTS -> Deed.always(dialogs::showShortcuts);
      case ABOUT -> Deed.always(dialogs::showAbout);
      case OPEN_MENU -> new Deed.ByControl();
    };
  }

  private void moveDivider(String id, double by) {
    if (stage.getScene().lookup("#" + id) instanceof SplitPane split) {
      double[] positions = split.getDividerPositions();
      if (positions.length > 0) {
        split.setDividerPosition(0, Math.clamp(positions[0] + by, DIVIDER_STEP, 1 - DIVIDER_STEP));
      }
    }
  }

  /** Whether the header of a group is selected that is folded, or is not. */
  private ObservableValue<Boolean> groupSelected(boolean folded) {
    return table
        .getSelectionModel()
        .selectedItemProperty()
        .map(line -> line instanceof GroupRow group && group.folded() == folded)
        .orElse(false);
  }

  private Deed.Option grouping(Grouping by) {
    ObjectProperty<Grouping> grouping = models.peers.shown().groupingProperty();
    return new Deed.Option(
        by.name().toLowerCase(Locale.ROOT),
        by.label(),
        new Deed.Marked(true, grouping.isEqualTo(by), () -> grouping.set(by)));
  }

  private Deed.Option theme(Theme theme) {
    return new Deed.Option(
        theme.name().toLowerCase(Locale.ROOT),
        PreferencesDialog.words(theme),
        new Deed.Marked(
            true,
            models.theming.choiceProperty().isEqualTo(theme),
            () -> models.theming.choiceProperty().set(theme)));
  }

  private void openList() {
    if (!models.peers.file().hasUnsavedChange() || dialogs.confirmLoss("Open without saving")) {
      dialogs
          .askFile("Open a list of peers", services.peerStore().folder(), PEERS_FILES)
          .ifPresent(models.wantedList::set);
    }
  }

  /** A change that could not be saved would be lost, so that it is asked about first. */
  private void reloadPeers() {
    if (!models.peers.file().hasUnsavedChange() || dialogs.confirmLoss("Reload without saving")) {
      models.peers.load();
    }
  }
}
