package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done about checks. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum CheckAction implements Action {
  ECHO(
      Look.of("echo", "Echo", "Sends a C-ECHO to the selected peers")
          .key(KeyCode.F5)
          .keyIn(Focus.LIST, KeyCode.ENTER)
          .icon(Feather.PLAY)
          .in(Place.CHECK_MENU, 1)
          .in(Place.ROW_MENU, 1)
          .in(Place.TOOL_BAR, 1)),
  ECHO_ALL(
      Look.of("echo-all", "Echo all", "Sends a C-ECHO to every peer that the filter shows")
          .key(KeyCode.F5, KeyCombination.SHIFT_DOWN)
          .icon(Feather.FAST_FORWARD)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_BAR, 1)),
  STOP(
      Look.of("stop", "Stop", "Stops all running checks")
          .key(KeyCode.ESCAPE)
          .keyIn(Focus.LIST, KeyCode.ESCAPE)
          .icon(Feather.SQUARE)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_BAR, 1)),
  CHECK_WITH(
      Look.of("check-with", "Check with", "Checks the selected peers with one of the engines")
          .in(Place.CHECK_MENU, 2)),
  COMPARE_ENGINES(
      Look.of("compare-engines", "Compare engines…", "Checks the selected peer with each engine")
          .in(Place.CHECK_MENU, 2)),
  ENGINE(
      Look.of("engine", "Engine", "Chooses the engine for all checks for which none is named")
          .in(Place.CHECK_MENU, 2)),
  PROBES_TLS(
      Look.of(
              "probes-tls",
              "Ask silent peers whether they use TLS",
              "Asks a peer that does not answer whether it expects TLS")
          .in(Place.CHECK_MENU, 5)),
  FORGET_SECRETS(
      Look.of(
              "forget-secrets",
              "Forget passwords",
              "Forgets all passwords, passcodes and tokens that were asked for")
          .in(Place.CHECK_MENU, 5)),
  LISTENER(
      Look.of("listener", "Built-in echo server", "Turns Echolot's own echo server on and off")
          .in(Place.CHECK_MENU, 5));

  private final Look look;

  CheckAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
