package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.Uids;
import org.jspecify.annotations.Nullable;

/**
 * What an acceptance has that breaks the standard and may be why the C-ECHO was not answered, or
 * why images will not be sent though it was. Pure.
 */
public final class OddAcceptance {

  /** A length, an ID, a header, and data of an even length: no PDU that we send is smaller. */
  private static final long LEAST_PDV = 8;

  /** DCMTK, and Orthanc with it, send nothing to who takes no more. */
  private static final long LEAST_FOR_DCMTK = 12;

  /** A C-ECHO-RQ has 68 bytes, and the header of its PDV. */
  private static final long HOLDS_ANY_ECHO = 74;

  private OddAcceptance() {}

  /**
   * A transfer syntax that was accepted though we did not propose it.
   *
   * @param proposed those that we did
   */
  public static Optional<String> strayTransferSyntax(Negotiated negotiated, List<String> proposed) {
    return Optional.ofNullable(negotiated.transferSyntax())
        .filter(uid -> !uid.isEmpty() && !proposed.contains(uid));
  }

  /** The maximum length of PDUs, if other software does not send any image for that. */
  private static Optional<Long> tooSmallForData(Negotiated negotiated) {
    return Optional.ofNullable(negotiated.maxPduLength())
        .filter(length -> length > 0 && length <= LEAST_FOR_DCMTK);
  }

  /**
   * A remark on an acceptance in which our two AE titles are in each other's place; empty if they
   * are not. Nothing else about these fields is to be looked at (PS3.8 9.3.3).
   */
  public static Optional<String> swappedTitles(AeTitle calling, AeTitle called, AssociateAc ac) {
    boolean swapped =
        !calling.value().equals(called.value())
            && ac.calledAe().text().equals(calling.value())
            && ac.callingAe().text().equals(called.value());
    return swapped
        ? Optional.of(
            "The A-ASSOCIATE-AC has our AE titles swapped: called \""
                + calling.value()
                + "\", calling \""
                + called.value()
                + "\". They should be as in our request (PS3.8 9.3.3); programs that compare them"
                + " refuse such an answer.")
        : Optional.empty();
  }

  /** A remark on it. */
  public static Optional<String> strayRemark(Negotiated negotiated, List<String> proposed) {
    return strayTransferSyntax(negotiated, proposed)
        .map(
            uid ->
                "The peer accepted the transfer syntax "
                    + Uids.named(uid)
                    + ", which we did not propose (PS3.8 9.3.3.2).");
  }

  /**
   * A maximum length of PDUs for which other software does not send any image.
   *
   * @param text a remark on it
   * @param step what somebody has to do, though the peer answers
   */
  public record TooSmall(String text, WarningStep step) {}

  /** A remark on such a maximum, and what is to be done about it. */
  public static Optional<TooSmall> tooSmall(Negotiated negotiated) {
    return tooSmallForData(negotiated).map(length -> new TooSmall(remark(length), step(length)));
  }

  private static String remark(long length) {
    return "The peer's max PDU length is "
        + Counted.bytes(length)
        + (length < LEAST_PDV
            ? ", too small for any data: a PDV needs at least "
                + LEAST_PDV
                + " (PS3.8 9.3.5.1). The PDUs of our C-ECHO have "
                + LEAST_PDV
                + " bytes all the same."
            : ": DCMTK and Orthanc, for example, send nothing to a peer that accepts no more than "
                + LEAST_FOR_DCMTK
                + ".");
  }

  private static WarningStep step(long length) {
    return new WarningStep(
        Move.PEER_ADMINISTRATOR,
        "Ask the peer's administrator to raise the peer's max PDU length of "
            + Counted.bytes(length)
            + ": other software may send no images to it.");
  }

  /**
   * The advice on a failure, with what is odd about the acceptance: first, unless the peer answered
   * the C-ECHO, which it then has read.
   *
   * @param answered whether it did
   */
  public static List<String> addedTo(
      List<String> advice,
      CheckStage stage,
      boolean answered,
      @Nullable Negotiated negotiated,
      List<String> proposed) {
    if (stage != CheckStage.ECHO || negotiated == null) {
      return advice;
    }
    List<String> all = new ArrayList<>(answered ? advice : List.of());
    strayTransferSyntax(negotiated, proposed)
        .map(
            uid ->
                "Send the log of this check to the peer's vendor: the peer accepted "
                    + Uids.named(uid)
                    + ", which we did not propose (PS3.8 9.3.3.2).")
        .ifPresent(all::add);
    Optional.ofNullable(negotiated.maxPduLength())
        .filter(length -> length > 0 && length < HOLDS_ANY_ECHO)
        .map(
            length ->
                "Ask the peer's administrator to raise the peer's max PDU length of "
                    + Counted.bytes(length)
                    + (length < LEAST_PDV
                        ? ": we sent our C-ECHO in PDUs of "
                            + LEAST_PDV
                            + " bytes, the smallest that there can be."
                        : ": we had to send our C-ECHO in pieces."))
        .ifPresent(all::add);
    if (!answered) {
      all.addAll(advice);
    }
    return List.copyOf(all);
  }
}
