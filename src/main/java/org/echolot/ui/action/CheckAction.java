package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done about checks. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum CheckAction implements Action {
  ECHO(
      Look.of("echo", "Check", "Checks the selected peers with a C-ECHO")
          .key(KeyCode.F5)
          .keyIn(Focus.LIST, KeyCode.ENTER)
          .icon(Feather.PLAY)
          .in(Place.CHECK_MENU, 1)
          .in(Place.ROW_MENU, 1)
          .in(Place.TOOL_BAR, 1)),
  ECHO_ALL(
      Look.of("echo-all", "Check all", "Checks every peer that the filter shows with a C-ECHO")
          .key(KeyCode.F5, KeyCombination.SHIFT_DOWN)
          .icon(Feather.FAST_FORWARD)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_BAR, 1)
          .opening(Place.TOOL_CHECK_MENU)),
  ECHO_FAILING(
      Look.of("echo-failing", "Check failing", "Checks the peers again whose last check failed")
          .key(KeyCode.F5, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.REFRESH_CW)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_CHECK_MENU, 1)),
  ECHO_GROUP(
      Look.of("echo-group", "Check group", "Checks all peers of the selected peer's group")
          .key(KeyCode.F5, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_CHECK_MENU, 1)),
  STOP(
      Look.of("stop", "Stop", "Stops all running checks")
          .key(KeyCode.ESCAPE)
          .keyIn(Focus.LIST, KeyCode.ESCAPE)
          .icon(Feather.SQUARE)
          .in(Place.CHECK_MENU, 1)
          .in(Place.TOOL_BAR, 1)),
  PROBE(
      Look.of(
              "probe",
              "Beyond an echo…",
              "Shows which services the selected peer accepts, and whether large packets pass")
          .in(Place.CHECK_MENU, 1)),
  REVERSE(
      Look.of(
              "reverse",
              "Reverse test…",
              "Listens for calls, shows who calls and with what, and answers as you choose")
          .in(Place.CHECK_MENU, 1)),
  EXPECT(
      Look.of(
              "expect",
              "Expect a call…",
              "Waits for the selected peer to call us, and shows what does not fit")
          .in(Place.CHECK_MENU, 1)
          .in(Place.ROW_MENU, 1)),
  CHECK_WITH(
      Look.of(
              "check-with",
              "Check with",
              "Checks the selected peers with the engine that you choose")
          .in(Place.CHECK_MENU, 2)),
  COMPARE_ENGINES(
      Look.of(
              "compare-engines",
              "Second opinion…",
              "Checks the selected peer with dcm4che's engine, too, or says how to get it")
          .in(Place.CHECK_MENU, 2)),
  ENGINE(
      Look.of("engine", "Engine", "Chooses the engine for all checks that name no engine")
          .in(Place.CHECK_MENU, 2)),
  PROBES_TLS(
      Look.of(
              "probes-tls",
              "Probe silent peers for TLS",
              "Finds out whether a peer that does not answer expects TLS")
          .in(Place.CHECK_MENU, 5)),
  FORGET_SECRETS(
      Look.of(
              "forget-secrets",
              "Forget passwords",
              "Forgets all passwords, passcodes and tokens that you entered")
          .in(Place.CHECK_MENU, 5)),
  LISTENER(
      Look.of("listener", "Built-in echo server", "Turns Echolot's own echo server on or off")
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
