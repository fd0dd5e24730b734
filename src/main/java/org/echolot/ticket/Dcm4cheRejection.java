package org.echolot.ticket;

import java.util.Map;
import org.echolot.dicom.pdu.AssociateRj;

/** The words in which dcm4che logs a rejection: those of its class AAssociateRJ. */
final class Dcm4cheRejection {

  private static final Map<Integer, String> RESULTS =
      Map.of(
          AssociateRj.REJECTED_PERMANENT, "rejected-permanent",
          AssociateRj.REJECTED_TRANSIENT, "rejected-transient");

  private static final Map<Integer, String> SOURCES =
      Map.of(
          AssociateRj.SERVICE_USER, "service-user",
          AssociateRj.SERVICE_PROVIDER_ACSE, "service-provider (ACSE related function)",
          AssociateRj.SERVICE_PROVIDER_PRESENTATION,
              "service-provider (Presentation related function)");

  private Dcm4cheRejection() {}

  /** What it writes between the brackets; a number alone where it knows no word. */
  static String of(AssociateRj reject) {
    return "result: "
        + named(reject.result(), RESULTS)
        + ", source: "
        + named(reject.source(), SOURCES)
        + ", reason: "
        + reject.reason()
        + (reject.isReasonDefined() ? " - " + reject.reasonText() : "");
  }

  private static String named(int number, Map<Integer, String> words) {
    return words.containsKey(number) ? number + " - " + words.get(number) : "" + number;
  }
}
