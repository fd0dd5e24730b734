package org.echolot.journal;

import java.time.Instant;
import java.util.function.Supplier;
import org.echolot.check.CheckStage;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * One line about what happened. No secret is ever in it. Immutable to its readers; safe for use by
 * any thread.
 */
public final class JournalLine {

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

  private final Instant at;
  private final LineSource source;
  private final long conversationId;
  private final @Nullable CheckStage stage;
  private final Level level;
  private final Tone tone;

  /** The text, or until somebody reads it what makes it. */
  private volatile Object text;

  private JournalLine(
      Instant at,
      LineSource source,
      long conversationId,
      @Nullable CheckStage stage,
      Level level,
      Tone tone,
      Object text) {
    this.at = at;
    this.source = source;
    this.conversationId = conversationId;
    this.stage = stage;
    this.level = level;
    this.tone = tone;
    this.text = text;
  }

  /**
   * A line whose text is made when somebody first reads it, which for most traces is never.
   *
   * @param source whom it is about
   * @param conversationId the check or call that it belongs to; 0 for none
   * @param maker makes the text, the same at each call
   */
  public static JournalLine of(
      Instant at,
      LineSource source,
      long conversationId,
      @Nullable CheckStage stage,
      Level level,
      Tone tone,
      Supplier<String> maker) {
    return new JournalLine(at, source, conversationId, stage, level, tone, maker);
  }

  /**
   * A line whose text is there. Of it the window has many, so that nothing else is kept of it.
   *
   * @param source whom it is about
   * @param conversationId the check or call that it belongs to; 0 for none
   */
  static JournalLine of(
      Instant at,
      LineSource source,
      long conversationId,
      @Nullable CheckStage stage,
      Level level,
      Tone tone,
      String text) {
    return new JournalLine(at, source, conversationId, stage, level, tone, Escapes.oneLine(text));
  }

  /** A line at level info that belongs to no conversation. */
  public static JournalLine info(LineSource source, Tone tone, String text) {
    return of(Instant.now(), source, 0, null, Level.INFO, tone, text);
  }

  public Instant at() {
    return at;
  }

  /** Whom it is about. */
  public LineSource source() {
    return source;
  }

  /** The check, or the call of our listener, that it belongs to; 0 for none. */
  public long conversationId() {
    return conversationId;
  }

  /** The stage it belongs to; null for none. */
  public @Nullable CheckStage stage() {
    return stage;
  }

  public Level level() {
    return level;
  }

  public Tone tone() {
    return tone;
  }

  /** One line, without line breaks or control characters. */
  public String text() {
    if (text instanceof Supplier<?> maker) {
      text = Escapes.oneLine(String.valueOf(maker.get()));
    }
    return (String) text;
  }

  @Override
  public String toString() {
    return LineFormat.text(this);
  }
}
