package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the window itself, and with Echolot as a whole. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum WindowAction implements Action {
  OPEN_LIST(
      Look.of("open-list", "Open list…", "Shows the peers of another peers file in this window")
          .key(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .in(Place.FILE_MENU, 1)),
  RELOAD(Look.of("reload", "Reload peers", "Reads the peers file again").in(Place.FILE_MENU, 1)),
  LOCATIONS(
      Look.of("locations", "File locations…", "Shows where the peers and settings are stored")
          .in(Place.FILE_MENU, 1)),
  REPORT(
      Look.of(
              "report",
              "Save report…",
              "Saves how all peers stand: as a page to print and sign, or as CSV")
          .key(KeyCode.P, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.FILE_TEXT)
          .in(Place.FILE_MENU, 1)
          .in(Place.TOOL_BAR, 3, "Report")
          .in(Place.TOOL_REPORT_MENU, 1)
          .opening(Place.TOOL_REPORT_MENU)),
  PREFERENCES(
      Look.of(
              "preferences",
              "Preferences…",
              "Sets our AE title, how checks run, how the window looks, and who can call us")
          .key(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.SETTINGS)
          .in(Place.FILE_MENU, 2)),
  QUIT(
      Look.of("quit", "Quit", "Closes Echolot")
          .key(KeyCode.Q, KeyCombination.SHORTCUT_DOWN)
          .in(Place.FILE_MENU, 3)),
  FILTER(
      Look.of("filter", "Filter peers", "Finds peers by any text in their row")
          .key(KeyCode.F, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.FILTER)
          .in(Place.VIEW_MENU, 1)),
  CLEAR_FILTER(
      Look.of("filter-clear", "Show all peers", "Shows all peers again")
          .keyIn(Focus.FILTER, KeyCode.ESCAPE)),
  SHOW_ALL(
      Look.of("show-all", "All peers", "Shows peers however their last checks ended")
          .key(KeyCode.DIGIT1, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 2)),
  SHOW_FAILING(
      Look.of("show-failing", "Failing peers", "Shows the peers whose last check failed, or all")
          .key(KeyCode.DIGIT2, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 2)),
  SHOW_WARNINGS(
      Look.of("show-warnings", "Peers with warnings", "Shows the peers with a warning, or all")
          .key(KeyCode.DIGIT3, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 2)),
  SHOW_OK(
      Look.of("show-ok", "Peers that answer", "Shows the peers that answer, or all")
          .key(KeyCode.DIGIT4, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 2)),
  SHOW_UNCHECKED(
      Look.of("show-unchecked", "Peers not checked", "Shows the peers not yet checked, or all")
          .key(KeyCode.DIGIT5, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 2)),
  GROUPS(Look.of("groups", "Groups", "Groups peers by tag or by host").in(Place.VIEW_MENU, 3)),
  COMPACT(
      Look.of("compact", "Compact", "Shows more peers at once, in lower rows")
          .in(Place.VIEW_MENU, 3)),
  SORT(
      Look.of("sort", "Sort by", "Sorts peers by a column; once more turns the order round")
          .in(Place.VIEW_MENU, 3)),
  COLUMNS(Look.of("columns", "Columns", "Shows or hides columns").in(Place.VIEW_MENU, 3)),
  LIST_WIDER(
      Look.of("list-wider", "Wider list", "Gives the list more of the width")
          .keyIn(Focus.LIST, KeyCode.RIGHT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)),
  LIST_NARROWER(
      Look.of("list-narrower", "Narrower list", "Gives the result more of the width")
          .keyIn(Focus.LIST, KeyCode.LEFT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)),
  CONSOLE_HIGHER(
      Look.of("console-higher", "Higher console", "Gives the console more of the height")
          .keyIn(Focus.LIST, KeyCode.UP, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)),
  CONSOLE_LOWER(
      Look.of("console-lower", "Lower console", "Gives the list more of the height")
          .keyIn(Focus.LIST, KeyCode.DOWN, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)),
  FOLD_GROUP(
      Look.of("fold-group", "Fold the group", "Hides the peers of the selected group")
          .keyIn(Focus.LIST, KeyCode.LEFT)),
  UNFOLD_GROUP(
      Look.of("unfold-group", "Unfold the group", "Shows the peers of the selected group again")
          .keyIn(Focus.LIST, KeyCode.RIGHT)),
  FILTER_HELP(
      Look.of("filter-help", "Words of the filter", "Shows the words that the filter knows")
          .keyIn(Focus.FILTER, KeyCode.F1)
          .in(Place.HELP_MENU, 1)),
  LEAVE_FILTER(
      Look.of("filter-leave", "Go to the list", "Goes to the peers found")
          .keyIn(Focus.FILTER, KeyCode.ENTER)
          .keyIn(Focus.FILTER, KeyCode.DOWN)),
  FIND(
      Look.of("find", "Find in console", "Finds text in the console")
          .key(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.SEARCH)
          .in(Place.VIEW_MENU, 1)),
  THEME(Look.of("theme", "Theme", "Light, dark, or the system's theme").in(Place.VIEW_MENU, 3)),
  TOGGLE_THEME(
      Look.of("theme", "Light or dark", "Switches between light and dark")
          .icon(Feather.MOON)
          .in(Place.TOOL_BAR_END, 1, "")),
  SHORTCUTS(
      Look.of("shortcuts", "Keyboard shortcuts", "Shows the keyboard shortcuts of all actions")
          .key(KeyCode.F1)
          .keyOfControl(Focus.LIST, KeyCode.SLASH, KeyCombination.SHIFT_DOWN)
          .in(Place.HELP_MENU, 1)),
  ABOUT(
      Look.of("about", "About Echolot", "Shows the version of Echolot and the system it runs on")
          .in(Place.HELP_MENU, 1)),
  OPEN_MENU(
      Look.of("open-menu", "Open the menu", "Opens the menu")
          .keyOfControl(Focus.WINDOW, KeyCode.F10));

  private final Look look;

  WindowAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
