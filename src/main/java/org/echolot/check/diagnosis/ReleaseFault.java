package org.echolot.check.diagnosis;

import java.time.Duration;
import java.util.Locale;
import org.echolot.check.EndedBy;
import org.echolot.check.Warning;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.pdu.Abort;
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
   */
  public static ReleaseFault of(AssociationFailure failure, Duration took) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed _ ->
          new ReleaseFault(
              Warning.Code.RELEASE_TIMEOUT,
              EndedBy.OUR_DEADLINE,
              "the peer did not confirm the release in " + ElapsedText.of(took));
      case AssociationFailure.Closed _ ->
          notConfirmed(
              EndedBy.PEER_CLOSE, "the peer closed the connection without confirming the release");
      case AssociationFailure.Reset _ ->
          notConfirmed(EndedBy.PEER_RESET, "the connection was reset instead of the release");
      case AssociationFailure.Aborted(Abort abort) ->
          notConfirmed(
              EndedBy.PEER_ABORT,
              String.format(
                  Locale.ROOT,
                  "the peer aborted instead of confirming the release (source %d, reason %d)",
                  abort.source(),
                  abort.reason()));
      case AssociationFailure.Stopped _ ->
          notConfirmed(
              EndedBy.OUR_STOP, "the user stopped the check before the peer confirmed the release");
      default ->
          notConfirmed(
              EndedBy.OUR_ABORT,
              "the peer answered the release with something other than a confirmation");
    };
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
