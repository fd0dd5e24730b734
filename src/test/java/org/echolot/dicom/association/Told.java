package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.NamedPeer;
import org.echolot.journal.StoryWriter;

/** Hears what an association tells, as the console at trace does, and reads each line. */
public final class Told implements AssociationListener {

  /** More than the budgets of one conversation let through. */
  private static final int MOST_LINES = 20_000;

  private final Journal journal = new Journal();
  private final AssociationNarrator narrator =
      new AssociationNarrator(
          new StoryWriter(journal, NamedPeer.of("Peer"), journal.newConversation()));
  private final StringBuilder text = new StringBuilder();
  private int lines;

  /** Nothing was told yet. */
  public Told() {
    journal.addReader(this::take);
  }

  private void take(JournalLine line) {
    lines++;
    text.append(line.text()).append('\n');
  }

  @Override
  public void told(AssociationEvent event) {
    narrator.told(event);
  }

  /** All that was told, as it is shown. */
  public String text() {
    assertThat(lines).isLessThan(MOST_LINES);
    return text.toString();
  }
}
