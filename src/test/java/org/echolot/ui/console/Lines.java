package org.echolot.ui.console;

import java.time.Instant;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.NamedPeer;

/** Journal lines for tests. */
final class Lines {

  private Lines() {}

  static JournalLine info(String source, String text) {
    return JournalLine.info(NamedPeer.of(source), Tone.PLAIN, text);
  }

  static JournalLine at(Level level, String source, long conversationId, String text) {
    return JournalLine.of(
        Instant.now(), NamedPeer.of(source), conversationId, null, level, Tone.PLAIN, () -> text);
  }
}
