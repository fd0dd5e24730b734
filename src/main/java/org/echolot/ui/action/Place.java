package org.echolot.ui.action;

/** Where actions are offered. Those with a title are the menus of the menu bar, in its order. */
public enum Place {
  FILE_MENU("menu", "File"),
  PEER_MENU("menu", "Peer"),
  CHECK_MENU("menu", "Check"),
  WATCH_MENU("menu", "Watch"),
  VIEW_MENU("menu", "View"),
  HELP_MENU("menu", "Help"),
  /** The menu with what can be chosen about tickets, in another menu. */
  TICKETS_MENU("menu", ""),
  /** Of a row of the list, by a click with the other button. */
  ROW_MENU("row", ""),
  /** Beside the button that copies the result for a ticket. */
  RESULT_MENU("result", ""),
  /** Of a line of the console, by a click with the other button. */
  LINE_MENU("line", ""),
  TOOL_BAR("tool", ""),
  /** Beside the button that checks all. */
  TOOL_CHECK_MENU("check", ""),
  /** Beside the button that adds a peer. */
  TOOL_ADD_MENU("new", ""),
  /** Beside the button for the report. */
  TOOL_REPORT_MENU("reports", ""),
  /** Behind the filter. */
  TOOL_BAR_END("tool", ""),
  FIND_BAR("console", ""),
  /** Behind the button at the end of the console's edge. */
  CONSOLE_MENU("console", ""),
  /** Above the lines, while one check is shown alone. */
  CONSOLE_NOTICE("console", "");

  private final String prefix;
  private final String title;

  Place(String prefix, String title) {
    this.prefix = prefix;
    this.title = title;
  }

  /** The beginning of the ids of the nodes here. */
  public String prefix() {
    return prefix;
  }

  /** The words in the menu bar; empty where it is no menu of that. */
  public String title() {
    return title;
  }

  /** The lines' menu is of words alone. */
  boolean showsIcons() {
    return this != LINE_MENU;
  }
}
