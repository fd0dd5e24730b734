package org.echolot.listener;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.echolot.check.diagnosis.ServiceGuess;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AcceptorAssociation;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Message;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.listener.CallerPlace.TurnedOut;

/** Serves one caller from the request for an association to its end (PS3.4 A.4). Used once. */
final class EchoService {

  /**
   * How it ended.
   *
   * @param text a sentence for the journal
   */
  record Ending(Tone tone, String text) {}

  private static final String TOLD_TO = ", as this listener was told to";

  private final AcceptorAssociation association;
  private final Admission admission;
  private final CallerPlace place;
  private final ListenerOptions options;
  private final Behaviour behaviour;
  private final Consumer<String> remarks;
  private final StopSignal stop;
  private int echoes;

  /**
   * @param place the caller's, which gets an association where the association is accepted
   * @param remarks takes lines for the journal
   * @param stop ends what is held back
   */
  EchoService(
      AcceptorAssociation association,
      CallerPlace place,
      ListenerOptions options,
      Consumer<String> remarks,
      StopSignal stop) {
    this.association = association;
    this.admission = new Admission(options, place);
    this.place = place;
    this.options = options;
    this.behaviour = options.behaviour();
    this.remarks = remarks;
    this.stop = stop;
  }

  Ending serve() {
    try {
      AssociateRq rq = association.awaitRequest();
      holdBack();
      if (behaviour.aborts()) {
        association.abort(Abort.byServiceUser());
        return new Ending(
            Tone.WARNING,
            "Aborted " + quoted(rq.callingAe()) + " → " + quoted(rq.calledAe()) + TOLD_TO);
      }
      Optional<AssociateRj> rejection = admission.rejectionOf(rq);
      if (rejection.isPresent()) {
        association.reject(rejection.get());
        return new Ending(
            Tone.WARNING,
            String.format(
                Locale.ROOT,
                "Rejected %s → %s %s%s",
                quoted(rq.callingAe()),
                quoted(rq.calledAe()),
                rejection.get().numbers(),
                rejection.get().equals(behaviour.rejection()) ? TOLD_TO : ""));
      }
      AssociateAc ac = admission.acceptanceOf(rq);
      RequestWords.of(rq, ac, behaviour.acceptsNoContext()).forEach(remarks);
      association.accept(ac, place::dissociate);
      return converse(rq, acceptedContexts(ac));
    } catch (AssociationException e) {
      return new Ending(
          Tone.WARNING, "Association ended after " + count() + ": " + describe(e.failure()));
    }
  }

  private Ending converse(AssociateRq rq, Set<Integer> contexts) throws AssociationException {
    while (true) {
      Optional<Message> command = association.nextCommand(options.idleTimeout());
      if (command.isEmpty()) {
        return new Ending(
            Tone.PLAIN,
            "Association with " + quoted(rq.callingAe()) + " released after " + count());
      }
      Optional<Ending> abort = answer(command.get(), contexts);
      if (abort.isPresent()) {
        return abort.get();
      }
    }
  }

  private Optional<Ending> answer(Message command, Set<Integer> contexts)
      throws AssociationException {
    if (!contexts.contains(command.contextId())) {
      return abort(
          Abort.byServiceProvider(Abort.INVALID_PDU_PARAMETER_VALUE),
          "a command came in presentation context "
              + command.contextId()
              + ", which was not accepted");
    }
    CEchoRq rq;
    try {
      rq = CEchoRq.from(command.commandSet());
      if (Message.announcesDataSet(command.commandSet())) {
        return abort(Abort.byServiceUser(), "the C-ECHO-RQ announces a data set");
      }
    } catch (MalformedCommandException fault) {
      return abort(Abort.byServiceUser(), fault.description());
    }
    holdBack();
    CEchoRsp success = CEchoRsp.successTo(rq);
    CEchoRsp response =
        new CEchoRsp(
            success.messageIdBeingRespondedTo(),
            behaviour.echoStatus(),
            success.affectedSopClassUid(),
            null);
    association.respond(
        Message.of(command.contextId(), response.toCommandSet()), options.idleTimeout());
    echoes++;
    place.used();
    return Optional.empty();
  }

  /** As long as we were told to; the end of the listener ends it. */
  private void holdBack() {
    if (behaviour.delay().isZero()) {
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try (var _ = stop.onStop(stopped::countDown)) {
      boolean _ = stopped.await(behaviour.delay().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Ending> abort(Abort abort, String why) {
    association.abort(abort);
    return Optional.of(
        new Ending(Tone.WARNING, "Association aborted after " + count() + ": " + why));
  }

  private String count() {
    return echoes == 1 ? "1 echo" : echoes + " echoes";
  }

  private static String quoted(AeTitleField title) {
    String shown = title.shown();
    return shown.startsWith("\"") ? shown : title.toString();
  }

  private static Set<Integer> acceptedContexts(AssociateAc ac) {
    return ac.presentationContexts().stream()
        .filter(PresentationContextAc::isAccepted)
        .map(PresentationContextAc::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String describe(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed _ -> "the caller was silent for too long";
      case AssociationFailure.Stopped _ when place.turnedOut() == TurnedOut.FOR_ANOTHER ->
          "all associations were in use, several of them from "
              + place.source()
              + ", and a caller from another address asked for one";
      case AssociationFailure.Stopped _ -> "the listener was stopped";
      case AssociationFailure.Closed _ -> "the caller closed the connection";
      case AssociationFailure.Reset(_, String detail) -> "the connection broke: " + detail;
      case AssociationFailure.Aborted(Abort abort) ->
          String.format(
              Locale.ROOT,
              "the caller aborted (source %d, reason %d)",
              abort.source(),
              abort.reason());
      case AssociationFailure.Unreadable(var bytes, var fault) ->
          ServiceGuess.ofCaller(bytes)
              .map(guess -> "what came is no DICOM but " + guess)
              .orElseGet(fault::description);
      case AssociationFailure.Unexpected(var pdu, _) -> "unexpected " + pdu.type();
      case AssociationFailure.UnreadableCommand(_, var fault) -> fault.description();
      case AssociationFailure.WrongMessage(_, String explanation) -> explanation;
      case AssociationFailure.ReleasedByPeer _ ->
          "the caller released it in the middle of a message";
      case AssociationFailure.Rejected _ ->
          throw new AssertionError("no acceptor is told this: " + failure);
    };
  }
}
