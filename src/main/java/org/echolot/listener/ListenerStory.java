package org.echolot.listener;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.echolot.check.CheckStage;
import org.echolot.concurrent.FairShares;
import org.echolot.concurrent.Teller;
import org.echolot.concurrent.Tellers;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens with all callers, in order, on a thread of its own: whoever reads the journal
 * takes nothing of a caller's time, and holds up nobody. A caller has its fair share of what may
 * wait to be told, so that none pushes out what others do. Safe for use by any thread.
 */
final class ListenerStory {

  /** What an event takes beside its bytes and characters. */
  private static final int EVENT_BYTES = 200;

  /** Events of a caller before its request that are held back; more than any has. */
  private static final int MAX_HELD_BACK = 16;

  /** How much may wait to be told, in about as many bytes; less than a teller holds. */
  static final int MAX_WAITING_BYTES = Teller.MAX_WEIGHT / 4 * 3;

  /** How often it is told how many were not told of. */
  private static final Duration COUNTING = Duration.ofSeconds(1);

  private final Journal journal;
  private final Consumer<Call> calls;
  private final ScheduledExecutorService scheduler;
  private final CallerStory own;
  private final Crowd crowd = new Crowd();
  private final FairShares<CallerStory> shares = new FairShares<>(MAX_WAITING_BYTES);
  private final Tellers tellers = new Tellers("listener teller");
  private final Teller<CallerEvent> teller;

  /**
   * @param calls is told how each call stands, again and again
   * @param scheduler runs what is to be told later; what it has not run by the end is told then
   */
  ListenerStory(Journal journal, Consumer<Call> calls, ScheduledExecutorService scheduler) {
    this.journal = journal;
    this.calls = calls;
    this.scheduler = scheduler;
    this.own = new CallerStory(journal);
    this.teller = new Teller<>(List.of(this::told), new Scale(), tellers);
  }

  /** What the listener itself has to say. */
  void tell(Tone tone, String text) {
    teller.tell(new CallerEvent.Said(own, tone, text, Instant.now()));
  }

  /**
   * A caller, who is a conversation.
   *
   * @param at our address that it called
   * @param options how we behave to it
   */
  Caller newCaller(InetSocketAddress from, InetSocketAddress at, ListenerOptions options) {
    CallerSource source = CallerSource.of(from.getAddress());
    long conversationId = journal.newConversation();
    CallProgress progress = new CallProgress(conversationId, from, at, options);
    return new Caller(
        new CallerStory(journal, conversationId, progress, calls),
        source,
        crowd.tells(source, System.nanoTime()));
  }

  private void told(CallerEvent event) {
    CallerStory story = event.story();
    if (story != own && !(event instanceof CallerEvent.Ended)) {
      shares.giveBack(story, weightOf(event));
    }
    story.told(event);
  }

  private static int weightOf(CallerEvent event) {
    return EVENT_BYTES + event.size();
  }

  private void countLater() {
    try {
      ScheduledFuture<?> _ =
          scheduler.schedule(this::tellUntold, COUNTING.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      // It ends, and tells then.
    }
  }

  private void tellUntold() {
    crowd.takeUntold().forEach(sentence -> tell(Tone.WARNING, sentence));
  }

  /**
   * Tells the rest, and then no more.
   *
   * @param last what the listener itself has to say at the very end
   * @param patience how long readers of the journal may take for that
   */
  void finish(Tone tone, String last, Duration patience) {
    tellUntold();
    tell(tone, last);
    boolean _ = teller.finish(patience);
    tellers.close();
  }

  /**
   * What happens with one caller goes through this. What one of a crowd does is held back until it
   * has asked for something, and only counted where it never does. Safe for use by any thread.
   */
  final class Caller {

    private final CallerStory story;
    private final CallerSource source;

    /** What is held back; null where nothing is. */
    private @Nullable List<CallerEvent> heldBack;

    private int leftOut;

    private Caller(CallerStory story, CallerSource source, boolean told) {
      this.story = story;
      this.source = source;
      this.heldBack = told ? null : new ArrayList<>();
    }

    /** What follows belongs to that stage. */
    void reached(CheckStage stage) {
      tell(new CallerEvent.Reached(story, stage, Instant.now()));
    }

    /**
     * A TLS handshake ended.
     *
     * @param words what was agreed on, or why it failed
     * @param foreign what the caller speaks where that is no TLS; empty where that is not known
     */
    void shook(boolean ok, String words, String foreign) {
      tell(new CallerEvent.Shook(story, ok, words, foreign, Instant.now()));
    }

    void tell(Tone tone, String text) {
      tell(new CallerEvent.Said(story, tone, text, Instant.now()));
    }

    void tell(AssociationEvent event) {
      if (event instanceof AssociationEvent.PduReceived) {
        tellHeldBack();
      }
      tell(new CallerEvent.InAssociation(story, event));
    }

    private synchronized void tellHeldBack() {
      List<CallerEvent> before = heldBack;
      if (before != null) {
        heldBack = null;
        before.forEach(this::tell);
      }
    }

    private synchronized void tell(CallerEvent event) {
      if (heldBack != null) {
        if (heldBack.size() < MAX_HELD_BACK) {
          heldBack.add(event);
        }
      } else if (shares.tryTake(story, weightOf(event))) {
        tellLeftOut();
        teller.tell(event);
      } else {
        leftOut++;
      }
    }

    private void tellLeftOut() {
      if (leftOut > 0) {
        String text = leftOut + " events of this caller were too many to be told here";
        leftOut = 0;
        CallerEvent event = new CallerEvent.Said(story, Tone.WARNING, text, Instant.now());
        if (shares.tryTake(story, weightOf(event))) {
          teller.tell(event);
        }
      }
    }

    /**
     * The caller is gone.
     *
     * @param text what became of it, in a sentence
     */
    synchronized void end(String text) {
      if (heldBack != null && crowd.leftUntold(source)) {
        countLater();
      }
      tellLeftOut();
      if (heldBack == null) {
        // One for each caller who is told of, however full it is.
        teller.tell(new CallerEvent.Ended(story, text, Instant.now()));
      }
    }
  }

  private final class Scale implements Teller.Scale<CallerEvent> {

    @Override
    public int weightOf(CallerEvent event) {
      return ListenerStory.weightOf(event);
    }

    @Override
    public boolean isIndispensable(CallerEvent event) {
      return event instanceof CallerEvent.Ended;
    }

    @Override
    public CallerEvent leftOut(int count) {
      return new CallerEvent.Said(
          own,
          Tone.WARNING,
          count + " events before this are missing: there were too many to show",
          Instant.now());
    }
  }
}
