package org.echolot.ui.console;

import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Whose lines are shown.
 *
 * @param source a peer, or the part of Echolot that speaks; null: everybody's
 */
public record SourceChoice(@Nullable LineSource source) {

  /** Everybody's lines. */
  public static final SourceChoice ALL = new SourceChoice(null);

  boolean shows(JournalLine line) {
    return source == null || source.equals(line.source());
  }

  /** What it is called in the list of choices. */
  public String label() {
    return source == null ? "all" : Escapes.oneLine(source.label());
  }
}
