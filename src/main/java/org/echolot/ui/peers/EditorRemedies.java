package org.echolot.ui.peers;

import java.util.Optional;
import org.echolot.check.CheckResult;

/** Knows what can be done at once about what a check in the editor found. */
@FunctionalInterface
public interface EditorRemedies {

  /**
   * Something that can be done.
   *
   * @param label of its button
   * @param tip one sentence on what it does
   */
  record Offer(String label, String tip, Runnable deed) {}

  /**
   * What is likeliest to help; empty where nothing can be done in the editor.
   *
   * @param editor in which it is done
   */
  Optional<Offer> of(CheckResult result, PeerEditor editor);
}
