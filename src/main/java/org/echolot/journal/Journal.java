package org.echolot.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.echolot.journal.JournalLine.Level;

/**
 * Where lines go, and from where readers get them. It keeps nothing. Safe for use by any thread;
 * readers are called by the thread that wrote, and must return at once.
 */
public final class Journal {

  private final AtomicLong conversations = new AtomicLong();
  private final List<Reading> readers = new CopyOnWriteArrayList<>();

  /** A reader, and how deep it looks. */
  private record Reading(Consumer<JournalLine> reader, Level level) {}

  /** A number for a conversation with a peer, whoever began it: from 1, never given twice. */
  public long newConversation() {
    return conversations.incrementAndGet();
  }

  /** Hands a line to every reader at its level. */
  public void write(JournalLine line) {
    for (Reading reading : readers) {
      if (reading.level.shows(line.level())) {
        reading.reader.accept(line);
      }
    }
  }

  /** Whether anybody reads lines of a level; else those that cost something need not be made. */
  public boolean isRead(Level level) {
    return readers.stream().anyMatch(reading -> reading.level.shows(level));
  }

  /** Adds a reader of all later lines. */
  public void addReader(Consumer<JournalLine> reader) {
    addReader(reader, Level.TRACE);
  }

  /** Adds a reader of all later lines that one at a level sees. */
  public void addReader(Consumer<JournalLine> reader, Level level) {
    readers.add(new Reading(reader, level));
  }

  public void removeReader(Consumer<JournalLine> reader) {
    readers.removeIf(reading -> reading.reader.equals(reader));
  }
}
