package org.echolot.listener;

import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.journal.StoryWriter;

/** One caller's story as journal lines. Used by one thread at a time. */
final class CallerStory {

  private final StoryWriter writer;
  private final AssociationNarrator association;

  /**
   * @param conversationId what its lines carry; 0 for what the listener itself has to say
   */
  CallerStory(Journal journal, long conversationId) {
    this.writer = new StoryWriter(journal, LineSource.LISTENER, conversationId);
    this.association = new AssociationNarrator(writer);
  }

  void told(CallerEvent event) {
    switch (event) {
      case CallerEvent.Said said -> writer.info(said.at(), said.tone(), said.text());
      case CallerEvent.InAssociation inside -> association.told(inside.event());
    }
  }
}
