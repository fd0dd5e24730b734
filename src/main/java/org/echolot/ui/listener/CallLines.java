package org.echolot.ui.listener;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;

/**
 * The journal lines of the last calls of our listener, by call; bounded. To be added to a journal
 * at level debug. Safe for use by any thread.
 */
public final class CallLines implements Consumer<JournalLine> {

  private static final int MOST_CALLS = 100;

  /** One association with two echoes writes about 90 at level debug. */
  private static final int MOST_LINES = 400;

  private final Map<Long, List<JournalLine>> lines = new LinkedHashMap<>();

  @Override
  public synchronized void accept(JournalLine line) {
    if (!line.source().equals(LineSource.LISTENER) || line.conversationId() == 0) {
      return;
    }
    List<JournalLine> own = lines.computeIfAbsent(line.conversationId(), _ -> new ArrayList<>());
    if (own.size() < MOST_LINES) {
      own.add(line);
    }
    if (lines.size() > MOST_CALLS) {
      lines.remove(lines.keySet().iterator().next());
    }
  }

  /** Those of a call, oldest first; empty where they are not kept any more. */
  public synchronized List<JournalLine> of(long conversationId) {
    return List.copyOf(lines.getOrDefault(conversationId, List.of()));
  }
}
