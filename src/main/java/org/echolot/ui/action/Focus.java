package org.echolot.ui.action;

/** Where the keyboard must be for a key to do what it is for. What is further in comes first. */
public enum Focus {
  /** Anywhere in the window. */
  WINDOW(""),
  /** In the list of peers. */
  LIST("in the list"),
  /** In the field that filters the list. */
  FILTER("in the filter"),
  /** Anywhere in the console. */
  CONSOLE("in the console"),
  /** In the lines of the console. */
  LINES("in the console"),
  /** In the field for the text to find. */
  FIND("in the find field");

  private final String words;

  Focus(String words) {
    this.words = words;
  }

  /** To go before what the key does; empty where it is the same everywhere. */
  public String words() {
    return words;
  }
}
