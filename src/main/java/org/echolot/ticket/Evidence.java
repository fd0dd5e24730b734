package org.echolot.ticket;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckResult;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.history.LastSuccess;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is made of.
 *
 * @param recording all that happened in the check; empty where it never began
 * @param lastGood the last check of the same peer that succeeded before this one; null if none is
 *     known
 * @param unusual what of the times is beyond what is usual for the peer, a sentence each
 * @param tried what other AE titles came to after a rejection, a sentence each
 * @param failedBefore the check just before this one, if that failed; null if not, or not known
 */
public record Evidence(
    CheckResult result,
    Recording recording,
    @Nullable CheckResult lastGood,
    List<String> unusual,
    List<String> tried,
    @Nullable Failure failedBefore) {

  /** When a check that failed began, and the cause of it. */
  public record Failure(OffsetDateTime at, Cause cause) {}

  public Evidence {
    unusual = List.copyOf(unusual);
    tried = List.copyOf(tried);
  }

  /** What is known where nothing is known of the usual times. */
  public Evidence(CheckResult result, Recording recording, @Nullable CheckResult lastGood) {
    this(result, recording, lastGood, List.of(), List.of(), null);
  }

  /**
   * A check, and what was before it.
   *
   * @param before null: no success is known
   */
  public static Evidence of(CheckResult result, Recording recording, @Nullable LastSuccess before) {
    return before == null
        ? new Evidence(result, recording, null)
        : new Evidence(
            result,
            recording,
            before.result().orElse(null),
            before.unusualTimes(result),
            List.of(),
            null);
  }

  /** The same with what other AE titles came to. */
  public Evidence withTried(List<String> sentences) {
    return new Evidence(result, recording, lastGood, unusual, sentences, failedBefore);
  }

  /**
   * The same right after a check of the same peer.
   *
   * @param failure null: that did not fail
   */
  public Evidence after(@Nullable Failure failure) {
    return new Evidence(result, recording, lastGood, unusual, tried, failure);
  }

  /** The check's story again, in the words of the console. */
  List<JournalLine> log(Level level) {
    return log(level, _ -> true);
  }

  /** The same without what the TLS handshake showed, which a ticket has in a place of its own. */
  List<JournalLine> logBesideTls(Level level) {
    return log(level, event -> !(event instanceof CheckEvent.TlsShown));
  }

  /** The bytes that nobody could read, which their vendor has to see, whatever the level. */
  private static final class UnreadableBytes {

    /** The rows of one PDU. */
    private static final int MOST_ROWS = 40;

    private int rows;

    void told(CheckEvent event) {
      rows =
          event instanceof CheckEvent.InAssociation(AssociationEvent.UnreadableReceived _)
              ? MOST_ROWS
              : 0;
    }

    boolean has(JournalLine line) {
      if (line.level() != Level.TRACE || rows == 0) {
        return false;
      }
      rows--;
      return true;
    }
  }

  private List<JournalLine> log(Level level, Predicate<CheckEvent> told) {
    List<JournalLine> lines = new ArrayList<>();
    Journal journal = new Journal();
    UnreadableBytes unreadable = new UnreadableBytes();
    journal.addReader(
        line -> {
          if (level.shows(line.level()) || unreadable.has(line)) {
            lines.add(line);
          }
        });
    CheckNarrator narrator = new CheckNarrator(journal, LineSource.of(result.request()), 1);
    recording.replay(
        event -> {
          if (told.test(event)) {
            unreadable.told(event);
            narrator.told(event);
          }
        });
    return lines;
  }
}
