package org.echolot.ui.console;

import java.util.List;

/**
 * A wish to select rows, and to scroll to the first of them unless the view follows. Each wish is
 * one of its own.
 */
public final class Reveal {

  private final List<Integer> rows;

  Reveal(List<Integer> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The rows, in order; never empty. */
  public List<Integer> rows() {
    return rows;
  }
}
