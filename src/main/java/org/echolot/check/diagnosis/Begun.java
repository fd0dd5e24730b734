package org.echolot.check.diagnosis;

import java.util.Optional;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduType;

/** What the first bytes of something that did not come whole are the beginning of. Pure. */
enum Begun {
  /** What was waited for. */
  ANSWER,
  /** A rejection, an abort or a release. */
  REFUSAL,
  /** Something that answers nothing. */
  OTHER;

  /**
   * @param partial at least one byte, of no other service
   * @param associating whether our request for an association was not answered before
   */
  static Begun of(Octets partial, boolean associating) {
    Optional<PduType> type = PduType.ofCode(partial.unsignedAt(0));
    if (type.isEmpty()) {
      return OTHER;
    }
    return switch (type.get()) {
      case ASSOCIATE_AC -> associating ? ANSWER : OTHER;
      case ASSOCIATE_RJ -> associating ? REFUSAL : OTHER;
      case P_DATA_TF -> associating ? OTHER : ANSWER;
      case RELEASE_RQ -> associating ? OTHER : REFUSAL;
      case ABORT -> REFUSAL;
      case ASSOCIATE_RQ, RELEASE_RP -> OTHER;
    };
  }

  /** With its article, as in "an A-ABORT"; empty if no PDU begins so. */
  static String named(Octets partial) {
    return PduType.ofCode(partial.unsignedAt(0)).map(ClaimedLength::named).orElse("");
  }
}
