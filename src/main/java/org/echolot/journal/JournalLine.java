package org.echolot.journal;

import java.time.Instant;
import org.echolot.check.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One line about what happened. No secret is ever in it.
 *
 * @param at when it happened
 * @param source the name of the peer, or of the part of Echolot that speaks, for example {@code
 *     Listener}
 * @param checkId the check it belongs to; 0 for none
 * @param stage the stage it belongs to; null for none
 * @param level who wants to read it
 * @param tone how it is meant
 * @param text one line, without line breaks or control characters
 */
public record JournalLine(
    Instant at,
    String source,
    long checkId,
    @Nullable Stage stage,
    Level level,
    Tone tone,
    String text) {

  /** How deep a reader looks. A reader at a level sees that level and those before it. */
  public enum Level {
    /** What happened, in the words of the field. */
    INFO,
    /** The association's parameters, field by field. */
    DEBUG,
    /** Every PDU in hex. */
    TRACE;

    /** Whether a reader at this level sees a line of {@code other}. */
    public boolean shows(Level other) {
      return other.compareTo(this) <= 0;
    }
  }

  /** How a line is meant; never told by colour alone. */
  public enum Tone {
    PLAIN,
    GOOD,
    WARNING,
    BAD
  }
}
