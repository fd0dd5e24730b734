package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done in the console. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum ConsoleAction implements Action {
  TIMES(
      Look.of(
              "times",
              "Times in the console",
              "Shows times as local time, as UTC, or since the line's check began")
          .in(Place.VIEW_MENU, 4)
          .in(Place.CONSOLE_MENU, 2, "Times")),
  FOLD_ALL(
      Look.of("fold", "Fold each check in the console", "Folds each check into one line")
          .key(KeyCode.F8)
          .icon(Feather.MINIMIZE_2)
          .in(Place.VIEW_MENU, 4)
          .in(Place.CONSOLE_MENU, 2, "Fold each check")),
  OPEN(
      Look.of("console", "Console", "Opens or closes the console")
          .key(KeyCode.F12)
          .key(KeyCode.BACK_QUOTE, KeyCombination.SHORTCUT_DOWN)
          .in(Place.VIEW_MENU, 4)),
  WHOLE(
      Look.of("console-whole", "Console in the whole window", "Gives the console all of the window")
          .key(KeyCode.F12, KeyCombination.SHIFT_DOWN)
          .key(KeyCode.BACK_QUOTE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .in(Place.VIEW_MENU, 4)
          .in(Place.CONSOLE_MENU, 3, "Whole window")),
  WRAP(
      Look.of("wrap", "Wrap lines in the console", "Shows long lines whole, on several lines")
          .key(KeyCode.Z, KeyCombination.ALT_DOWN)
          .in(Place.VIEW_MENU, 4)
          .in(Place.CONSOLE_MENU, 2, "Wrap lines")),
  COPY(
      Look.of("copy", "Copy lines", "Copies the selected lines")
          .keyIn(Focus.LINES, KeyCode.C, KeyCombination.SHORTCUT_DOWN)
          .icon(Feather.COPY)
          .in(Place.LINE_MENU, 1, "Copy")),
  COPY_ALL(
      Look.of("copy-all", "Copy all lines", "Copies all lines shown")
          .icon(Feather.COPY)
          .in(Place.CONSOLE_MENU, 1)),
  COPY_FOR_TICKET(
      Look.of("copy-ticket", "Copy for ticket", "Copies the text for the ticket")
          .icon(Feather.CLIPBOARD)
          .in(Place.CONSOLE_MENU, 1)
          .in(Place.LINE_MENU, 1)),
  SELECT_ALL(
      Look.of("select-all", "Select all", "Selects all lines")
          .keyOfControl(Focus.LINES, KeyCode.A, KeyCombination.SHORTCUT_DOWN)
          .in(Place.LINE_MENU, 1)),
  ONLY_CHECK(
      Look.of("only-check", "Show only this check", "Shows only the lines of this check")
          .in(Place.LINE_MENU, 2)),
  ALL_CHECKS(
      Look.of(
              "all-checks",
              "Show all checks",
              "Shows the lines of all checks again (Enter in the list)")
          .icon(Feather.X)
          .in(Place.VIEW_MENU, 4, "Show all checks in the console")
          .in(Place.LINE_MENU, 2)
          .in(Place.CONSOLE_NOTICE, 1)),
  ONLY_CHECK_AND_BACK(
      Look.of(
              "only-check-and-back",
              "Only this check, and back",
              "Shows only the lines of this check, or those of all again")
          .keyIn(Focus.LINES, KeyCode.ENTER)),
  FOLD_CHECK(
      Look.of("fold-check", "Fold this check", "Folds the lines of this check into one line")
          .keyIn(Focus.LINES, KeyCode.LEFT)
          .in(Place.LINE_MENU, 2)),
  UNFOLD_CHECK(
      Look.of("unfold-check", "Unfold this check", "Shows the lines of this check again")
          .keyIn(Focus.LINES, KeyCode.RIGHT)
          .in(Place.LINE_MENU, 2)),
  SELECT_CHECK(
      Look.of(
              "select-check",
              "Select the lines of this check",
              "Selects all lines of this check, hidden lines too")
          .in(Place.LINE_MENU, 2)),
  ONLY_PEER(
      Look.of("only-peer", "Show only this peer", "Shows only the lines of this peer")
          .in(Place.LINE_MENU, 3)),
  ALL_PEERS(
      Look.of("all-peers", "Show all peers", "Shows the lines of all peers again")
          .in(Place.LINE_MENU, 3)),
  SAVE(
      Look.of("save", "Save…", "Saves the lines shown to a text file")
          .icon(Feather.SAVE)
          .in(Place.CONSOLE_MENU, 1)
          .in(Place.LINE_MENU, 4)),
  CLEAR(
      Look.of("clear", "Clear", "Deletes all lines")
          .icon(Feather.TRASH_2)
          .in(Place.CONSOLE_MENU, 1)
          .in(Place.LINE_MENU, 4)),
  FOLLOW(
      Look.of("follow", "Follow", "Stays at the newest line until you scroll up")
          .keyOfControl(Focus.LINES, KeyCode.END)
          .in(Place.CONSOLE_MENU, 2, "Follow the newest line")),
  LINE_MENU(
      Look.of("line-menu", "Menu of the line", "Opens the menu of the selected lines")
          .keyOfControl(Focus.LINES, KeyCode.F10, KeyCombination.SHIFT_DOWN)
          .keyOfControl(Focus.LINES, KeyCode.CONTEXT_MENU)),
  FIND_NEXT(
      Look.of("next", "Next hit", "Goes to the next hit")
          .keyIn(Focus.CONSOLE, KeyCode.F3)
          .keyIn(Focus.FIND, KeyCode.ENTER)
          .icon(Feather.CHEVRON_DOWN)
          .in(Place.FIND_BAR, 1, "")),
  FIND_PREVIOUS(
      Look.of("previous", "Previous hit", "Goes to the previous hit")
          .keyIn(Focus.CONSOLE, KeyCode.F3, KeyCombination.SHIFT_DOWN)
          .keyIn(Focus.FIND, KeyCode.ENTER, KeyCombination.SHIFT_DOWN)
          .icon(Feather.CHEVRON_UP)
          .in(Place.FIND_BAR, 1, "")),
  FIND_END(
      Look.of("find-end", "End the search", "Clears the text and goes to the lines")
          .keyIn(Focus.FIND, KeyCode.ESCAPE));

  private final Look look;

  ConsoleAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
