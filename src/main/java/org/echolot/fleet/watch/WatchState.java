package org.echolot.fleet.watch;

/** How a watched peer stands. */
public enum WatchState {
  UNCHECKED("not checked yet"),
  ANSWERS("answers"),
  FAILS("fails"),
  /** It answers and fails by turns. */
  FLAPS("flaps");

  private final String label;

  WatchState(String label) {
    this.label = label;
  }

  /** A word or two for a list. */
  public String label() {
    return label;
  }
}
