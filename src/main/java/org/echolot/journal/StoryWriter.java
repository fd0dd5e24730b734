package org.echolot.journal;

import java.time.Instant;
import java.util.function.Supplier;
import org.echolot.check.CheckStage;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one conversation. Used by one thread. */
public final class StoryWriter {

  /** The most characters of a line. Peers may send values of 65,535, in many items. */
  static final int MAX_LENGTH = 500;

  private final Journal journal;
  private final LineSource source;
  private final long conversationId;
  private @Nullable CheckStage stage;

  /**
   * @param source whose story it is
   * @param conversationId the number that all lines carry; see {@link Journal#newConversation}
   */
  public StoryWriter(Journal journal, LineSource source, long conversationId) {
    this.journal = journal;
    this.source = source;
    this.conversationId = conversationId;
  }

  /** The stage that later lines belong to. */
  public void enter(CheckStage next) {
    stage = next;
  }

  /** Whether anybody reads lines of a level; else those that cost something need not be made. */
  boolean isRead(Level level) {
    return journal.isRead(level);
  }

  /** Writes a line at level info. */
  public void info(Instant at, Tone tone, String text) {
    write(at, Level.INFO, tone, text);
  }

  void debug(Instant at, String text) {
    write(at, Level.DEBUG, Tone.PLAIN, text);
  }

  void write(Instant at, Level level, Tone tone, String text) {
    journal.write(JournalLine.of(at, source, conversationId, stage, level, tone, cut(text)));
  }

  void write(Instant at, Level level, Tone tone, Supplier<String> text) {
    journal.write(JournalLine.of(at, source, conversationId, stage, level, tone, text));
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, MAX_LENGTH) + " … " + (text.length() - MAX_LENGTH) + " more characters";
  }
}
