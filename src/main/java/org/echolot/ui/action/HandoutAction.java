package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What comes after a check: to hand on the test, to ask for registration, to read logs. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum HandoutAction implements Action {
  COPY_AS(
      Look.of("copy-as", "Copy as", "Copies the same check as a command of another tool")
          .in(Place.CHECK_MENU, 4)
          .in(Place.ROW_MENU, 1)),
  REGISTER(
      Look.of(
              "register",
              "Ask to register us…",
              "Writes the message or the configuration entry that the peer needs to accept our"
                  + " calls")
          .key(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.USER_PLUS)
          .in(Place.CHECK_MENU, 4)
          .in(Place.ROW_MENU, 1)),
  EXPLAIN(
      Look.of("explain", "Explain log lines…", "Explains log lines of other DICOM software")
          .key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.HELP_CIRCLE)
          .in(Place.CHECK_MENU, 4));

  private final Look look;

  HandoutAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
