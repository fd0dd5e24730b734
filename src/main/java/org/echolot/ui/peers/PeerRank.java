package org.echolot.ui.peers;

import java.time.Duration;
import java.util.Locale;
import org.echolot.check.CheckResult;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * What lists are sorted by, made once for each result.
 *
 * @param echoTime zero where the peer does not answer
 */
record PeerRank(int urgency, Duration echoTime, String words) implements Comparable<PeerRank> {

  static PeerRank of(Status verdict, @Nullable CheckResult result) {
    int urgency =
        switch (verdict) {
          case FAILED -> 0;
          case WARNING -> 1;
          case RUNNING, WAITING, CANCELLED -> 2;
          case NEVER_CHECKED -> 3;
          case OK -> 4;
        };
    boolean answers = verdict == Status.OK || verdict == Status.WARNING;
    return new PeerRank(
        urgency,
        answers && result != null ? result.echoTime().orElse(Duration.ZERO) : Duration.ZERO,
        result == null ? "" : ResultWords.of(result).toLowerCase(Locale.ROOT));
  }

  /** What fails comes first; those that answer by their times, the others by their words. */
  @Override
  public int compareTo(PeerRank other) {
    int order = Integer.compare(urgency, other.urgency);
    order = order == 0 ? echoTime.compareTo(other.echoTime) : order;
    return order == 0 ? words.compareTo(other.words) : order;
  }
}
