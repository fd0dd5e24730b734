package org.echolot.probe;

import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.run.LargeRequests.Manner;
import org.echolot.check.run.LargeRequests.Reply;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/**
 * What became of large association requests. Immutable.
 *
 * @param small the request of an echo, by which the others are judged
 * @param sizes the large ones, in the order in which they were sent
 * @param proofs what was sent once more, in small packets, after one that was not answered
 * @param verdict whether large packets pass
 * @param direction the ways of which the verdict is; null: of none
 * @param summary what that means, in a sentence
 * @param advice what the network team has to look at; empty where there is nothing
 * @param failure why the request of an echo could not even be sent; null: it was sent
 */
public record BigResult(
    @Nullable Try small,
    List<Try> sizes,
    List<Try> proofs,
    Verdict verdict,
    @Nullable Direction direction,
    String summary,
    List<String> advice,
    @Nullable CheckResult failure) {

  /** Whether large packets pass. The names are fixed: users' scripts read them. */
  public enum Verdict {
    CLEAR,
    HOLE,
    UNKNOWN
  }

  /** The way that packets go. The names are fixed: users' scripts read them. */
  public enum Direction {
    TO_PEER("to the peer"),
    FROM_PEER("from the peer"),
    BOTH("in both directions");

    private final String label;

    Direction(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A request.
   *
   * @param bytes with its header
   * @param unacknowledged how many of them were not acknowledged at the end; null: not known
   * @param path what the system knew of the connection's way; null: nothing
   */
  public record Try(
      int bytes,
      Manner manner,
      Reply reply,
      Duration took,
      @Nullable Integer unacknowledged,
      @Nullable TcpPath path) {

    /** Whether the system knows that all of it was acknowledged. */
    public boolean hasArrived() {
      return unacknowledged == null
          ? path != null && path.unacknowledged() == 0
          : unacknowledged == 0;
    }

    /** Whether anything came in answer. */
    public boolean isAnswered() {
      return reply != Reply.NONE && reply != Reply.CLOSED;
    }
  }

  public BigResult {
    sizes = List.copyOf(sizes);
    proofs = List.copyOf(proofs);
    advice = List.copyOf(advice);
  }

  /** Whether all large requests were accepted. */
  public boolean isClear() {
    return verdict == Verdict.CLEAR;
  }
}
