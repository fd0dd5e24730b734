package org.echolot.ui.listener;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.listener.Behaviour;

/**
 * A way to treat callers that can be chosen.
 *
 * @param label what the user chooses by
 */
record Conduct(String label, Behaviour behaviour) {

  /** As well as can be. */
  static final Conduct GOOD = new Conduct("Answer well", Behaviour.GOOD);

  private static final List<AssociateRj> REJECTIONS =
      List.of(
          new AssociateRj(1, 1, 7),
          new AssociateRj(1, 1, 3),
          new AssociateRj(1, 1, 2),
          new AssociateRj(1, 1, 1),
          new AssociateRj(1, 2, 2),
          new AssociateRj(1, 2, 1),
          new AssociateRj(2, 3, 1),
          new AssociateRj(2, 3, 2));

  /** Failures of a C-ECHO-RSP (PS3.7 9.1.5.1.4, Annex C), and one of no standard. */
  private static final List<Integer> STATUSES = List.of(0x0110, 0x0122, 0x0124, 0x0211, 0xC001);

  private static final List<Duration> DELAYS =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));

  /** All, the good one first. */
  static List<Conduct> all() {
    return Stream.of(
            Stream.of(GOOD),
            REJECTIONS.stream().map(Conduct::rejecting),
            Stream.of(
                new Conduct(
                    "Abort each request for an association",
                    new Behaviour(null, true, false, DimseStatus.SUCCESS, Duration.ZERO)),
                new Conduct(
                    "Accept no presentation context",
                    new Behaviour(null, false, true, DimseStatus.SUCCESS, Duration.ZERO))),
            STATUSES.stream().map(Conduct::answering),
            DELAYS.stream().map(Conduct::delaying))
        .flatMap(each -> each)
        .toList();
  }

  private static Conduct rejecting(AssociateRj rejection) {
    return new Conduct(
        "Reject with " + rejection.numbers() + ": " + rejection.reasonText(),
        new Behaviour(rejection, false, false, DimseStatus.SUCCESS, Duration.ZERO));
  }

  private static Conduct answering(int status) {
    return new Conduct(
        "Answer each C-ECHO with " + DimseStatus.named(status),
        new Behaviour(null, false, false, status, Duration.ZERO));
  }

  private static Conduct delaying(Duration delay) {
    return new Conduct(
        "Answer everything " + delay.toSeconds() + " s late",
        new Behaviour(null, false, false, DimseStatus.SUCCESS, delay));
  }

  @Override
  public String toString() {
    return label;
  }
}
