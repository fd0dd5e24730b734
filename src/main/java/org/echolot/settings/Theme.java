package org.echolot.settings;

/** The colours of the window. */
public enum Theme {
  /** As the desktop has it. */
  SYSTEM,
  LIGHT,
  DARK,
  /** White on black. */
  CONTRAST
}
