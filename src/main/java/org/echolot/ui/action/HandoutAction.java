package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What comes after a check: to hand on the test, to ask for registration, to read logs. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum HandoutAction implements Action {
  COPY_AS(
      Look.of("copy-as", "Copy as", "Copies the same test as a command of another tool")
          .in(Place.CHECK_MENU, 4)
          .in(Place.ROW_MENU, 1)),
  REGISTER(
      Look.of(
              "register",
              "Ask to register us…",
              "Makes the message, or the piece of configuration, with which the peer takes our"
                  + " calls")
          .key(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.USER_PLUS)
          .in(Place.CHECK_MENU, 4)
          .in(Place.ROW_MENU, 1)),
  EXPLAIN(
      Look.of("explain", "Explain log lines…", "Says what log lines of other DICOM software mean")
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
