package org.echolot.check.diagnosis;

import java.time.Duration;
import org.echolot.check.EndedBy;
import org.echolot.check.Warning;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.text.ElapsedText;

/**
 * What went wrong at release, which decides nothing and is worth a warning.
 *
 * @param text a clause
 */
public record ReleaseFault(Warning.Code code, EndedBy endedBy, String text) {

  /**
   * What a failure at release means.
   *
   * @param took how long we waited for the confirmation
   * @param hasCollided whether the peer requested the release, too, which we confirmed
   */
  public static ReleaseFault of(AssociationFailure failure, Duration took, boolean hasCollided) {
    String collision =
        hasCollided ? "the peer requested the release itself while we did, and then " : "the peer ";
    return switch (failure) {
      case AssociationFailure.DeadlinePassed(Octets partial) ->
          new ReleaseFault(
              Warning.Code.RELEASE_TIMEOUT,
              EndedBy.OUR_DEADLINE,
              collision
                  + "did not confirm our release in "
                  + ElapsedText.of(took)
                  + (partial.isEmpty() ? "" : "; only " + ClaimedLength.share(partial) + " came"));
      case AssociationFailure.Closed(Octets partial) ->
          notConfirmed(
              EndedBy.PEER_CLOSE, collision + "closed the connection" + withoutConfirming(partial));
      case AssociationFailure.Reset(Octets partial, _) ->
          notConfirmed(
              EndedBy.PEER_RESET,
              hasCollided
                  ? collision + "reset the connection" + withoutConfirming(partial)
                  : "the connection was reset" + withoutConfirming(partial));
      case AssociationFailure.Aborted(Abort abort) ->
          notConfirmed(
              EndedBy.PEER_ABORT,
              collision
                  + "sent an A-ABORT ("
                  + AbortWords.of(abort)
                  + ") instead of confirming our release");
      case AssociationFailure.Stopped _ ->
          notConfirmed(
              EndedBy.OUR_STOP, "the user stopped the check before the peer confirmed the release");
      case AssociationFailure.Unexpected(Pdu pdu, _) ->
          notConfirmed(
              EndedBy.OUR_ABORT,
              collision
                  + "sent "
                  + ClaimedLength.named(pdu.type())
                  + (hasCollided ? " again" : "")
                  + " instead of confirming our release");
      case AssociationFailure.Unreadable(Octets bytes, var fault) ->
          notConfirmed(
              EndedBy.OUR_ABORT,
              collision
                  + "sent something else than a confirmation of our release ("
                  + BrokenPdu.words(bytes, fault)
                  + ")");
      case AssociationFailure.Rejected _,
          AssociationFailure.UnreadableCommand _,
          AssociationFailure.WrongMessage _,
          AssociationFailure.ReleasedByPeer _ ->
          notConfirmed(
              EndedBy.OUR_ABORT,
              collision + "sent something else than a confirmation of our release");
    };
  }

  private static String withoutConfirming(Octets partial) {
    return partial.isEmpty()
        ? " without confirming our release"
        : " before its confirmation of our release was complete, after "
            + ClaimedLength.share(partial);
  }

  /** The text as a sentence of its own, with what it means for the check. */
  public String sentence() {
    return Character.toUpperCase(text.charAt(0))
        + text.substring(1)
        + ". This does not change the result of the check.";
  }

  private static ReleaseFault notConfirmed(EndedBy endedBy, String text) {
    return new ReleaseFault(Warning.Code.RELEASE_NOT_CONFIRMED, endedBy, text);
  }
}
