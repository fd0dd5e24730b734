package org.echolot.check.diagnosis;

import java.time.Duration;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.Octets;
import org.echolot.text.ElapsedText;
import org.echolot.tls.probe.ProbeAnswer;
import org.jspecify.annotations.Nullable;

/** Tells what it means that the connection ended before the answer was complete. Pure. */
final class Ending {

  /** A peer that dislikes a caller closes at once; who closes later has tried something before. */
  private static final Duration LATE = Duration.ofSeconds(1);

  /**
   * What a port forward takes to find out that there is nothing behind it, besides a round trip.
   */
  private static final Duration AT_ONCE = Duration.ofMillis(20);

  private Ending() {}

  /** Whether the end came so late that somebody had tried something else before. */
  static boolean isLate(Circumstances circumstances) {
    return circumstances.endedAfter().compareTo(LATE) > 0;
  }

  /** Whether a connection was reset like those of a port forward with nothing behind it. */
  static boolean isResetAtOnce(EndedBy endedBy, Circumstances circumstances) {
    return endedBy == EndedBy.PEER_RESET
        && circumstances.probe() != ProbeAnswer.SOMETHING_ELSE
        && circumstances
                .endedAfter()
                .compareTo(
                    circumstances.connectedIn().plus(circumstances.connectedIn()).plus(AT_ONCE))
            < 0;
  }

  /**
   * What it means that the peer closed in good order.
   *
   * @param partial the bytes of an unfinished PDU that had come; they are no other service's
   */
  static Finding byClose(Octets partial, CheckStage stage, Circumstances circumstances) {
    return of(partial, EndedBy.PEER_CLOSE, "the connection was closed", stage, circumstances);
  }

  /**
   * What it means that the connection broke.
   *
   * @param partial the bytes of an unfinished PDU that had come; they are no other service's
   * @param words what the operating system says
   */
  static Finding byReset(
      Octets partial, String words, CheckStage stage, Circumstances circumstances) {
    return of(
        partial,
        EndedBy.PEER_RESET,
        (circumstances.overTls() ? "the TLS connection broke (" : "the connection was reset (")
            + words
            + ")",
        stage,
        circumstances);
  }

  private static Finding of(
      Octets partial, EndedBy endedBy, String what, CheckStage stage, Circumstances circumstances) {
    boolean associating = stage == CheckStage.ASSOCIATE;
    String detail =
        what
            + ' '
            + ElapsedText.of(circumstances.endedAfter())
            + (associating ? " after our association request" : " after our C-ECHO-RQ")
            + came(partial, associating ? "an answer" : "a response", circumstances);
    if (!associating) {
      return begun(Finding.of(Cause.CLOSED_DURING_ECHO, endedBy, detail), partial)
          .variant(duringEcho(partial));
    }
    return begun(Finding.of(Cause.CLOSED_BEFORE_REPLY, endedBy, detail), partial)
        .fact("after", ElapsedText.of(circumstances.endedAfter()))
        .given(Condition.IDLE_CLOSED, circumstances.secondTry() == SecondTry.CLOSED_WHILE_IDLE)
        .variant(variant(partial, endedBy, circumstances));
  }

  private static Finding begun(Finding finding, Octets partial) {
    return partial.isEmpty() ? finding : finding.fact("begun", Begun.named(partial));
  }

  private static @Nullable Variant duringEcho(Octets partial) {
    if (partial.isEmpty()) {
      return null;
    }
    return switch (Begun.of(partial, false)) {
      case ANSWER -> Variant.CLOSED_DURING_RESPONSE;
      case REFUSAL -> Variant.CLOSED_DURING_LEAVING;
      case OTHER -> Variant.CLOSED_DURING_OTHER_PDU;
    };
  }

  private static Variant duringReply(Octets partial) {
    return switch (Begun.of(partial, true)) {
      case ANSWER -> Variant.CLOSED_DURING_REPLY;
      case REFUSAL -> Variant.CLOSED_DURING_REFUSAL;
      case OTHER -> Variant.CLOSED_DURING_NO_REPLY;
    };
  }

  private static String came(Octets partial, String awaited, Circumstances circumstances) {
    if (partial.isEmpty()) {
      long before = circumstances.arrival().bytes();
      return before > 0
          ? ", after " + Counted.bytes(before) + " of " + awaited + " whose end did not come"
          : ", without a byte of " + awaited;
    }
    return ClaimedLength.tooLong(partial)
        .map(whole -> "; " + whole)
        .orElseGet(() -> ", after " + ClaimedLength.share(partial));
  }

  private static @Nullable Variant variant(
      Octets partial, EndedBy endedBy, Circumstances circumstances) {
    if (!partial.isEmpty()) {
      return ClaimedLength.tooLong(partial).isPresent()
          ? Variant.CLOSED_AFTER_OVERLONG
          : duringReply(partial);
    }
    if (circumstances.secondTry() == SecondTry.ANSWERED_BEHIND_HEADER
        || circumstances.secondTry() == SecondTry.OPEN_BEHIND_HEADER) {
      return Variant.HEADER_EXPECTED;
    }
    if (circumstances.authenticates()) {
      return Variant.CLOSED_ON_USER_IDENTITY;
    }
    if (isLate(circumstances)) {
      return Variant.CLOSED_LATE;
    }
    if (circumstances.overTls()) {
      return Variant.CLOSED_OVER_TLS;
    }
    if (circumstances.secondTry() == SecondTry.OPEN_WHILE_IDLE
        || circumstances.secondTry() == SecondTry.SILENT_BEHIND_HEADER) {
      return Variant.CLOSED_WHEN_SENT;
    }
    if (isResetAtOnce(endedBy, circumstances)) {
      return Variant.RESET_AT_ONCE;
    }
    return switch (circumstances.probe()) {
      case SOMETHING_ELSE -> Variant.CLOSED_WITHOUT_TLS;
      case CLOSED -> Variant.CLOSED_TWICE;
      case SILENT, NO_CONNECTION -> Variant.CLOSED_PROBED_IN_VAIN;
      case NOT_ASKED, YES, TLS -> null;
    };
  }
}
