package org.echolot.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Where lines go, and from where readers get them. It keeps nothing. Safe for use by any thread;
 * readers are called by the thread that wrote, and must return at once.
 */
public final class Journal {

  private final AtomicLong conversations = new AtomicLong();
  private final List<Consumer<JournalLine>> readers = new CopyOnWriteArrayList<>();

  /** A number for a conversation with a peer, whoever began it: from 1, never given twice. */
  public long newConversation() {
    return conversations.incrementAndGet();
  }

  /** Hands a line to every reader. */
  public void write(JournalLine line) {
    readers.forEach(reader -> reader.accept(line));
  }

  /** Whether anybody reads; else a line that costs something to make need not be made. */
  public boolean isRead() {
    return !readers.isEmpty();
  }

  /** Adds a reader of all later lines. */
  public void addReader(Consumer<JournalLine> reader) {
    readers.add(reader);
  }

  public void removeReader(Consumer<JournalLine> reader) {
    readers.remove(reader);
  }
}
