package org.echolot.ui.console;

/** Whose lines the console shows, as the user chose. */
public enum Scope {
  CHECK("This check", "Shows the lines of the last check of the selected peer"),
  PEER("This peer", "Shows the lines of the selected peer"),
  ALL("All", "Shows the lines of all peers, and of the built-in echo server");

  private final String label;
  private final String tip;

  Scope(String label, String tip) {
    this.label = label;
    this.tip = tip;
  }

  public String label() {
    return label;
  }

  /** One sentence. */
  public String tip() {
    return tip;
  }
}
