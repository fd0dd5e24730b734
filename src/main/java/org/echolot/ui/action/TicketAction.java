package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with what a check found, for a ticket. */
@SuppressWarnings("ImmutableEnumChecker") // a look is a constant in all but its type
public enum TicketAction implements Action {
  COPY(
      Look.of(
              "copy-ticket",
              "Copy for ticket",
              "Copies the findings about the selected peer, to paste into a ticket")
          .key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.CLIPBOARD)
          .in(Place.CHECK_MENU, 3)
          .in(Place.ROW_MENU, 1)),
  TICKETS(Look.of("tickets", "Tickets", "Sets the form of tickets").in(Place.CHECK_MENU, 3)),
  COPY_AS_TEXT(
      Look.of("copy-txt", "Copy as plain text", "Copies tickets as plain text from now on")
          .in(Place.TICKETS_MENU, 1)
          .in(Place.RESULT_MENU, 1)),
  COPY_AS_MARKDOWN(
      Look.of("copy-md", "Copy as Markdown", "Copies tickets as Markdown from now on")
          .in(Place.TICKETS_MENU, 1)
          .in(Place.RESULT_MENU, 1)),
  HIDES_NAMES(
      Look.of(
              "hides-names",
              "Hide addresses and names",
              "Replaces addresses and names in tickets and captures with placeholders")
          .in(Place.TICKETS_MENU, 2)
          .in(Place.RESULT_MENU, 2)),
  SAVE(
      Look.of(
              "save-ticket",
              "Save ticket…",
              "Saves the ticket as text, as Markdown, or as a ZIP file with the whole log and a"
                  + " capture")
          .key(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.SAVE)
          .in(Place.CHECK_MENU, 3)
          .in(Place.ROW_MENU, 1)
          .in(Place.RESULT_MENU, 3)),
  SAVE_CAPTURE(
      Look.of(
              "save-capture",
              "Save capture…",
              "Saves the data sent and received as a packet capture for Wireshark")
          .key(KeyCode.W, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
          .icon(Feather.DOWNLOAD)
          .in(Place.CHECK_MENU, 3)
          .in(Place.ROW_MENU, 1)
          .in(Place.RESULT_MENU, 3));

  private final Look look;

  TicketAction(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }
}
