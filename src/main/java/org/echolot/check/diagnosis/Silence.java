package org.echolot.check.diagnosis;

import java.time.Duration;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.text.ElapsedText;
import org.echolot.tls.probe.ProbeAnswer;

/**
 * Tells what it means that no complete answer came before a deadline of ours: a program that hangs,
 * data that is lost in transit, or an answer that never ends. Pure.
 */
final class Silence {

  /** Bytes of which the last came less than this before the end, were still coming. */
  private static final Duration STILL_SENDING = Duration.ofSeconds(2);

  /** A shorter answer fits one packet of any path there may be (RFC 8200 5). */
  private static final int FITS_ANY_PACKET = 1_200;

  /** Every system takes more than this for a program before it says that it takes no more. */
  private static final int LEAST_BUFFER = 2_048;

  private Silence() {}

  /**
   * What it means.
   *
   * @param partial the bytes of an unfinished PDU that had come; they are no other service's
   * @param stage {@link CheckStage#ASSOCIATE} or {@link CheckStage#ECHO}
   */
  static Finding of(Octets partial, CheckStage stage, Circumstances circumstances) {
    boolean associating = stage == CheckStage.ASSOCIATE;
    boolean messages = !associating && circumstances.arrival().bytes() >= PduHeader.LENGTH;
    if (!partial.isEmpty() || messages) {
      return begun(partial, associating, circumstances);
    }
    Finding finding =
        Finding.of(
            associating ? Cause.ASSOCIATE_TIMEOUT : Cause.ECHO_TIMEOUT,
            EndedBy.OUR_DEADLINE,
            "no answer in " + ElapsedText.of(circumstances.endedAfter()));
    Delivery delivery = circumstances.credibleDelivery();
    if (!(delivery instanceof Delivery.Stuck) && hasVanished(circumstances)) {
      return finding.variant(associating ? Variant.ASSOCIATE_VANISHED : Variant.ECHO_VANISHED);
    }
    return switch (delivery) {
      case Delivery.Stuck stuck -> unacknowledged(finding, stuck, associating, circumstances);
      case Delivery.Whole _ ->
          finding.variant(
              !associating
                  ? Variant.ECHO_ACKNOWLEDGED
                  : circumstances.authenticates()
                      ? Variant.ASSOCIATE_SILENCE_ON_USER_IDENTITY
                      : circumstances.probe() == ProbeAnswer.CLOSED
                          ? Variant.ASSOCIATE_PROBE_CLOSED
                          : Variant.ASSOCIATE_ACKNOWLEDGED);
      case Delivery.Unknown _ ->
          finding.variant(
              associating && circumstances.authenticates()
                  ? Variant.ASSOCIATE_SILENCE_ON_USER_IDENTITY
                  : null);
    };
  }

  /**
   * Whether nobody could be reached any more afterwards, though the first connection had opened.
   */
  private static boolean hasVanished(Circumstances circumstances) {
    return circumstances.probe() == ProbeAnswer.NO_CONNECTION
        || circumstances.secondTry() == SecondTry.NO_CONNECTION;
  }

  private static Finding unacknowledged(
      Finding finding, Delivery.Stuck stuck, boolean associating, Circumstances circumstances) {
    Finding counted = counted(finding, stuck);
    if (stuck.windowIsClosed()) {
      return counted.variant(
          !associating
              ? Variant.ECHO_NOT_READ
              : isLittle(stuck) ? Variant.ASSOCIATE_NOT_TAKEN : Variant.ASSOCIATE_NOT_READ);
    }
    return counted.variant(
        switch (circumstances.secondTry()) {
          case NO_CONNECTION -> associating ? Variant.ASSOCIATE_GONE : Variant.ECHO_GONE;
          case ANSWERED_IN_SMALL_PACKETS ->
              associating ? Variant.ASSOCIATE_LARGE_PACKETS : Variant.ECHO_UNACKNOWLEDGED;
          case NOT_MADE,
              OPENED,
              OPEN_WHILE_IDLE,
              CLOSED_WHILE_IDLE,
              ANSWERED_BEHIND_HEADER,
              SILENT_BEHIND_HEADER,
              OPEN_BEHIND_HEADER,
              REACTED_TO_SHORT_HELLO,
              SILENT_IN_SMALL_PACKETS ->
              associating ? Variant.ASSOCIATE_UNACKNOWLEDGED : Variant.ECHO_UNACKNOWLEDGED;
        });
  }

  /**
   * What it means that a handshake was not over in time.
   *
   * @param answered whether anything had come
   */
  static Finding ofHandshake(boolean answered, Circumstances circumstances) {
    String took = ElapsedText.of(circumstances.endedAfter());
    Finding finding =
        Finding.of(
            Cause.TLS_TIMEOUT,
            EndedBy.OUR_DEADLINE,
            answered
                ? "the handshake was incomplete after " + took
                : "no answer to our ClientHello in " + took);
    Delivery delivery = circumstances.credibleDelivery();
    if (delivery instanceof Delivery.Stuck stuck) {
      return counted(finding, stuck)
          .variant(
              stuck.windowIsClosed()
                  ? isLittle(stuck) ? Variant.TLS_NOT_TAKEN : Variant.TLS_NOT_READ
                  : circumstances.secondTry() == SecondTry.NO_CONNECTION
                      ? Variant.TLS_GONE
                      : Variant.TLS_UNACKNOWLEDGED);
    }
    if (hasVanished(circumstances)) {
      return finding.variant(Variant.TLS_VANISHED);
    }
    if (answered) {
      return finding.variant(Variant.TLS_BEGAN);
    }
    if (circumstances.secondTry() == SecondTry.ANSWERED_IN_SMALL_PACKETS) {
      return finding.variant(Variant.TLS_LARGE_PACKETS);
    }
    if (circumstances.secondTry() == SecondTry.REACTED_TO_SHORT_HELLO) {
      return finding.variant(Variant.TLS_LONG_HELLO);
    }
    if (circumstances.probe() == ProbeAnswer.CLOSED) {
      return finding.variant(Variant.TLS_PROBE_CLOSED);
    }
    return finding.variant(
        delivery instanceof Delivery.Whole ? Variant.TLS_ACKNOWLEDGED : Variant.TLS_SILENCE);
  }

  /** Whether it is not a program that does not read, but who stands before it, or before us. */
  private static boolean isLittle(Delivery.Stuck stuck) {
    return stuck.unacknowledgedBytes() < LEAST_BUFFER;
  }

  private static Finding counted(Finding finding, Delivery.Stuck stuck) {
    String left = Counted.bytes(stuck.unacknowledgedBytes());
    return Finding.of(
            finding.cause(),
            finding.endedBy(),
            finding.detail() + ", and " + left + " of what we sent were not acknowledged")
        .fact("left", left);
  }

  private static Variant begun(Octets partial, boolean associating, boolean sending) {
    return switch (Begun.of(partial, associating)) {
      case ANSWER ->
          sending
              ? associating ? Variant.ASSOCIATE_DRIPS : Variant.ECHO_DRIPS
              : associating ? Variant.ASSOCIATE_PARTIAL : Variant.ECHO_PARTIAL;
      case REFUSAL -> associating ? Variant.ASSOCIATE_REFUSAL_BEGUN : Variant.ECHO_LEAVING_BEGUN;
      case OTHER -> associating ? Variant.ASSOCIATE_OTHER_BEGUN : Variant.ECHO_OTHER_BEGUN;
    };
  }

  private static Finding begun(Octets partial, boolean associating, Circumstances circumstances) {
    Arrival arrival = circumstances.arrival();
    long came = Math.max(arrival.bytes(), partial.length());
    Optional<String> overlong = ClaimedLength.tooLong(partial);
    if (overlong.isPresent()) {
      return Finding.of(
          associating ? Variant.ASSOCIATE_OVERLONG : Variant.ECHO_OVERLONG,
          EndedBy.OUR_DEADLINE,
          overlong.get());
    }
    if (!associating && came >= partial.length() + PduHeader.LENGTH) {
      return Finding.of(
          Variant.ECHO_ENDLESS,
          EndedBy.OUR_DEADLINE,
          Counted.bytes(came)
              + " in "
              + ElapsedText.of(circumstances.endedAfter())
              + ", none of them marked as the last of a response");
    }
    boolean known = arrival.bytes() > 0;
    Duration waited = circumstances.endedAfter();
    Duration before = arrival.lastBefore().compareTo(waited) < 0 ? arrival.lastBefore() : waited;
    boolean sending =
        known && before.compareTo(STILL_SENDING) < 0 && before.plus(before).compareTo(waited) < 0;
    String detail =
        "only "
            + ClaimedLength.share(partial)
            + " in "
            + ElapsedText.of(waited)
            + (known ? ", the last " + ElapsedText.of(before) + " before the end" : "");
    return Finding.of(begun(partial, associating, sending), EndedBy.OUR_DEADLINE, detail)
        .fact("begun", Begun.named(partial))
        .given(
            Condition.LARGE_ANSWER,
            ClaimedLength.claimed(partial).filter(all -> all > FITS_ANY_PACKET).isPresent());
  }
}
