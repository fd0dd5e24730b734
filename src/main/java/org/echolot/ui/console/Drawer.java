package org.echolot.ui.console;

/** How much room the console has. */
public enum Drawer {
  /** One line, with the newest of the log in it. */
  CLOSED,
  /** The lower part of the window. */
  OPEN,
  /** All of the window. */
  WHOLE
}
