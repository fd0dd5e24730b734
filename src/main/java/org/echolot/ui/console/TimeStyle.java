package org.echolot.ui.console;

/** How the console shows the time of a line. */
public enum TimeStyle {
  LOCAL("Local time"),
  UTC("UTC"),
  SINCE_CHECK_BEGAN("Since check began");

  private final String label;

  TimeStyle(String label) {
    this.label = label;
  }

  /** What it is called in the list of choices. */
  public String label() {
    return label;
  }
}
