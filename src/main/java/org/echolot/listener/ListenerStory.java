package org.echolot.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.concurrent.Teller;
import org.echolot.concurrent.Tellers;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Tone;

/**
 * Tells what happens with all callers, in order, on a thread of its own: whoever reads the journal
 * takes nothing of a caller's time, and holds up nobody. Safe for use by any thread.
 */
final class ListenerStory {

  /** What an event takes beside its bytes and characters. */
  private static final int EVENT_BYTES = 200;

  private final Journal journal;
  private final CallerStory own;
  private final Tellers tellers = new Tellers("listener teller");
  private final Teller<CallerEvent> teller;

  ListenerStory(Journal journal) {
    this.journal = journal;
    this.own = new CallerStory(journal, 0);
    this.teller = new Teller<>(List.of(event -> event.story().told(event)), new Scale(), tellers);
  }

  /** What the listener itself has to say. */
  void tell(Tone tone, String text) {
    teller.tell(new CallerEvent.Said(own, tone, text, Instant.now()));
  }

  /** A caller, who is a conversation. */
  Caller newCaller() {
    return new Caller(new CallerStory(journal, journal.newConversation()));
  }

  /**
   * Tells the rest, and then no more.
   *
   * @param patience how long readers of the journal may take for that
   */
  void finish(Duration patience) {
    boolean _ = teller.finish(patience);
    tellers.close();
  }

  /** What happens with one caller goes through this. Safe for use by any thread. */
  final class Caller {

    private final CallerStory story;

    private Caller(CallerStory story) {
      this.story = story;
    }

    /** What follows belongs to that stage. */
    void reached(CheckStage stage) {
      teller.tell(new CallerEvent.Reached(story, stage));
    }

    void tell(Tone tone, String text) {
      teller.tell(new CallerEvent.Said(story, tone, text, Instant.now()));
    }

    void tell(AssociationEvent event) {
      teller.tell(new CallerEvent.InAssociation(story, event));
    }
  }

  private final class Scale implements Teller.Scale<CallerEvent> {

    @Override
    public int weightOf(CallerEvent event) {
      return EVENT_BYTES + event.size();
    }

    @Override
    public boolean isIndispensable(CallerEvent event) {
      return false;
    }

    @Override
    public CallerEvent leftOut(int count) {
      return new CallerEvent.Said(
          own, Tone.WARNING, count + " events before this were too many to be told", Instant.now());
    }
  }
}
