package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.dicom.pdu.Uids;
import org.jspecify.annotations.Nullable;

/**
 * What an acceptance has that breaks the standard and may be why the C-ECHO was not answered, or
 * why images will not be sent though it was. Pure.
 */
public final class OddAcceptance {

  /** A length, an ID, a header, and data of an even length. */
  private static final long LEAST_PDV = 8;

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

  /** The maximum length of PDUs, if no data fits into one. */
  public static Optional<Long> tooSmallForData(Negotiated negotiated) {
    return Optional.ofNullable(negotiated.maxPduLength())
        .filter(length -> length > 0 && length < LEAST_PDV);
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

  /** A remark on it. */
  public static Optional<String> tooSmallRemark(Negotiated negotiated) {
    return tooSmallForData(negotiated)
        .map(
            length ->
                "The peer's max PDU length is "
                    + Counted.bytes(length)
                    + ", too small for any data: a PDV needs at least "
                    + LEAST_PDV
                    + " (PS3.8 9.3.5.1). Images cannot be sent.");
  }

  /** What somebody has to do though the peer answered; empty: nothing. */
  public static List<String> adviceOnSuccess(@Nullable Negotiated negotiated) {
    return negotiated == null
        ? List.of()
        : tooSmallForData(negotiated)
            .map(
                length ->
                    "Ask the peer's administrator to raise the peer's max PDU length of "
                        + Counted.bytes(length)
                        + ": the C-ECHO succeeded, but images cannot be sent.")
            .stream()
            .toList();
  }

  /** The advice on a failure, with what is odd about the acceptance first if it may be why. */
  public static List<String> addedTo(
      List<String> advice,
      CheckStage stage,
      @Nullable Negotiated negotiated,
      List<String> proposed) {
    if (stage != CheckStage.ECHO || negotiated == null) {
      return advice;
    }
    List<String> all = new ArrayList<>();
    strayTransferSyntax(negotiated, proposed)
        .map(
            uid ->
                "Send the debug log of this check to the peer's vendor: the peer accepted "
                    + Uids.named(uid)
                    + ", which we did not propose, and may be unable to read our C-ECHO.")
        .ifPresent(all::add);
    Optional.ofNullable(negotiated.maxPduLength())
        .filter(length -> length > 0 && length < HOLDS_ANY_ECHO)
        .map(
            length ->
                "Ask the peer's administrator to raise the peer's max PDU length of "
                    + Counted.bytes(length)
                    + (length < LEAST_PDV
                        ? ": no C-ECHO fits into that."
                        : ": we had to send our C-ECHO in pieces."))
        .ifPresent(all::add);
    all.addAll(advice);
    return List.copyOf(all);
  }
}
