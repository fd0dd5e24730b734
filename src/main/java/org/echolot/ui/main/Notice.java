package org.echolot.ui.main;

import java.util.List;

/**
 * Something that the user is to know, shown above the list until it is settled.
 *
 * @param offers what can be done about it, the best first
 */
record Notice(Kind kind, String text, List<Offer> offers) {

  /** How grave it is. */
  enum Kind {
    INFO,
    WARNING,
    DANGER
  }

  /**
   * Something that can be done.
   *
   * @param id the node id of its button
   */
  record Offer(String id, String label, Runnable run) {}
}
