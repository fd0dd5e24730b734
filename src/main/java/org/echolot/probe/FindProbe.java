package org.echolot.probe;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.Errand;
import org.echolot.check.run.Errands;
import org.echolot.check.run.Proposal;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.service.StudyQuery;
import org.jspecify.annotations.Nullable;

/**
 * Asks a peer for a study that can't exist, to learn whether it lets us query: many answer an echo
 * to everybody, and a query to those alone whom they know.
 */
public final class FindProbe {

  /** What became of the query. The names are fixed: users' scripts read them. */
  public enum Outcome {
    /** The peer let us query, and found nothing. */
    ALLOWED,
    /** It answered with a status that is a failure. */
    REFUSED,
    /** It does not accept the service, or not in Implicit VR Little Endian. */
    NOT_ACCEPTED,
    ABORTED,
    CLOSED,
    /** No last response came in time. */
    NO_ANSWER,
    /** It found studies where there can be none, or its answer breaks the standard. */
    WRONG_ANSWER,
    /** There was no association. */
    NOT_ASKED
  }

  /**
   * What came.
   *
   * @param status of the last response, 0 to 65,535; null: none came
   * @param summary a sentence
   * @param failure why there was no association; null: there was one
   */
  public record Found(
      Outcome outcome, @Nullable Integer status, String summary, @Nullable CheckResult failure) {

    public boolean isAllowed() {
      return outcome == Outcome.ALLOWED;
    }
  }

  private static final int CONTEXT = 1;

  private FindProbe() {}

  /**
   * Asks. It blocks, at most for the timeouts of the request.
   *
   * @param listener is told what happens, on another thread
   */
  public static Found run(
      Errands errands, CheckRequest request, CheckListener listener, StopSignal stop) {
    Proposal proposal =
        Proposal.of(
            List.of(
                new PresentationContextRq(
                    CONTEXT, StudyQuery.STUDY_ROOT_FIND, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))));
    Duration patience = request.timeouts().echo();
    Errands.Done<Found> done =
        errands.run(request, proposal, accepted -> ask(accepted, patience), listener, stop);
    Found found = done.value();
    if (found != null) {
      return found;
    }
    AssociationFailure broken = done.broken();
    return broken == null
        ? new Found(
            Outcome.NOT_ASKED, null, "No query was made: " + done.result().summary(), done.result())
        : broken(broken);
  }

  private static Found ask(Errand.Accepted accepted, Duration patience)
      throws AssociationException {
    List<PresentationContextAc> answers =
        accepted.ac().presentationContexts().stream().filter(one -> one.id() == CONTEXT).toList();
    boolean usable =
        answers.size() == 1
            && answers.getFirst().isAccepted()
            && Uids.IMPLICIT_VR_LITTLE_ENDIAN.equals(answers.getFirst().transferSyntax());
    if (!usable) {
      return new Found(
          Outcome.NOT_ACCEPTED,
          null,
          "The peer does not accept queries at the study root from us: "
              + (answers.isEmpty() ? "not answered" : said(answers.getFirst())),
          null);
    }
    return read(
        StudyQuery.ask(accepted.association(), CONTEXT, Deadline.after(patience)),
        accepted.withoutSecret());
  }

  private static String said(PresentationContextAc answer) {
    return "context result " + answer.result() + " (" + answer.resultText() + ")";
  }

  private static Found read(StudyQuery.Reply reply, UnaryOperator<String> withoutSecret) {
    Integer status = reply.status();
    String comment = reply.comment() == null ? "" : ": " + withoutSecret.apply(reply.comment());
    if (reply.isGood()) {
      return new Found(
          Outcome.ALLOWED, status, "The peer lets us query; it found no study, as it must", null);
    }
    if (reply.pending() > 0 || status == null) {
      return new Found(
          Outcome.WRONG_ANSWER,
          status,
          reply.pending() == 0
              ? "The peer's response has no status"
              : "The peer found "
                  + (reply.endless() ? "more than " : "")
                  + reply.pending()
                  + " studies where there can be none: it does not look at the study instance UID",
          null);
    }
    return new Found(
        Outcome.REFUSED,
        status,
        "The peer answered the query with status " + DimseStatus.named(status) + comment,
        null);
  }

  private static Found broken(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.Aborted(var abort) ->
          new Found(
              Outcome.ABORTED,
              null,
              "The peer accepted the association and aborted the query ("
                  + abort.description()
                  + "): it may answer an echo to everybody, and a query only to those it knows",
              null);
      case AssociationFailure.Closed _,
          AssociationFailure.Reset _,
          AssociationFailure.ReleasedByPeer _ ->
          new Found(
              Outcome.CLOSED,
              null,
              "The peer ended the connection instead of answering the query",
              null);
      case AssociationFailure.DeadlinePassed _ ->
          new Found(
              Outcome.NO_ANSWER,
              null,
              "The peer did not answer the query to its end in time",
              null);
      case AssociationFailure.Unreadable _,
          AssociationFailure.Unexpected _,
          AssociationFailure.UnreadableCommand _,
          AssociationFailure.WrongMessage _,
          AssociationFailure.Rejected _,
          AssociationFailure.Stopped _ ->
          new Found(
              Outcome.WRONG_ANSWER,
              null,
              "The peer's answer to the query breaks the DICOM protocol",
              null);
    };
  }
}
