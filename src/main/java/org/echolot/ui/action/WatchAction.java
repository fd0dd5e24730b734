package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done about watching peers. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum WatchAction implements Action {
  MENU(
      Look.of("watching", "Watch", "Checks the selected peers at an interval, in the background")
          .icon(Feather.EYE)
          .in(Place.ROW_MENU, 2)
          .in(Place.TOOL_BAR, 2)),
  INTERVAL(
      Look.of(
              "watch-every",
              "Check at an interval",
              "Sets how often the selected peers, or those of a group, are checked")
          .in(Place.WATCH_MENU, 1)),
  PAUSE(
      Look.of(
              "watch-pause",
              "Pause watching",
              "Begins no checks of watched peers until you turn this off")
          .in(Place.WATCH_MENU, 2)),
  QUIET_HOURS(
      Look.of("quiet-hours", "Quiet hours…", "Sets when changes are listed but not announced")
          .in(Place.WATCH_MENU, 2)),
  EVENTS(
      Look.of("events", "Watch events…", "Shows what happened to the watched peers")
          .key(KeyCode.E, KeyCombination.SHORTCUT_DOWN)
          .in(Place.WATCH_MENU, 3)
          .in(Place.TOOL_REPORT_MENU, 2)),
  CERTIFICATES(
      Look.of("certificates", "Certificates…", "Shows which certificates of the peers end when")
          .key(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .in(Place.WATCH_MENU, 3)
          .in(Place.TOOL_REPORT_MENU, 2));

  private final Look look;

  WatchAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
