package org.echolot.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.dicom.association.AcceptorAssociation;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/** Serves one caller from the request for an association to its end (PS3.4 A.4). Used once. */
final class EchoService {

  /** The encodings that we take for Verification, the best first; it has no data set to encode. */
  private static final List<String> TRANSFER_SYNTAXES =
      List.of(
          Uids.IMPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_BIG_ENDIAN);

  private final ListenerOptions options;
  private final boolean overLimit;
  private int echoes;

  EchoService(ListenerOptions options, boolean overLimit) {
    this.options = options;
    this.overLimit = overLimit;
  }

  /**
   * @return how it ended, in a sentence for the journal
   */
  String serve(AcceptorAssociation association) {
    try {
      AssociateRq rq = association.awaitRequest();
      AssociateRj rejection = rejectionOf(rq);
      if (rejection != null) {
        association.reject(rejection);
        return "Rejected " + rq.callingAe() + " → " + rq.calledAe() + " " + rejection.numbers();
      }
      association.accept(acceptanceOf(rq));
      while (true) {
        Optional<AcceptorAssociation.Command> command =
            association.nextCommand(options.idleTimeout());
        if (command.isEmpty()) {
          return "Association with " + rq.callingAe() + " released after " + echoes + " echoes";
        }
        if (!answer(association, command.get())) {
          return "Association with " + rq.callingAe() + " aborted: it asked for another service";
        }
      }
    } catch (AssociationException e) {
      return "Association ended after " + echoes + " echoes: " + describe(e.failure());
    }
  }

  private boolean answer(AcceptorAssociation association, AcceptorAssociation.Command command)
      throws AssociationException {
    CEchoRq rq;
    try {
      rq = CEchoRq.from(command.commandSet());
    } catch (MalformedCommandException _) {
      association.abort(Abort.byServiceUser());
      return false;
    }
    association.respond(
        command.contextId(), CEchoRsp.successTo(rq).toCommandSet(), options.idleTimeout());
    echoes++;
    return true;
  }

  private @Nullable AssociateRj rejectionOf(AssociateRq rq) {
    if ((rq.protocolVersion() & AssociateRq.PROTOCOL_VERSION) == 0) {
      return rejected(
          AssociateRj.SERVICE_PROVIDER_ACSE, AssociateRj.PROTOCOL_VERSION_NOT_SUPPORTED);
    }
    if (!rq.applicationContext().equals(Uids.APPLICATION_CONTEXT)) {
      return rejected(AssociateRj.SERVICE_USER, AssociateRj.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
    }
    if (!options.anyCalled() && !rq.calledAe().text().equals(options.ae().value())) {
      return rejected(AssociateRj.SERVICE_USER, AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }
    boolean known =
        options.acceptedCallingAes().isEmpty()
            || options.acceptedCallingAes().stream()
                .anyMatch(ae -> ae.value().equals(rq.callingAe().text()));
    if (!known) {
      return rejected(AssociateRj.SERVICE_USER, AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
    }
    if (overLimit) {
      return new AssociateRj(
          AssociateRj.REJECTED_TRANSIENT,
          AssociateRj.SERVICE_PROVIDER_PRESENTATION,
          AssociateRj.LOCAL_LIMIT_EXCEEDED);
    }
    return null;
  }

  private static AssociateRj rejected(int source, int reason) {
    return new AssociateRj(AssociateRj.REJECTED_PERMANENT, source, reason);
  }

  private static AssociateAc acceptanceOf(AssociateRq rq) {
    List<PresentationContextAc> contexts = new ArrayList<>();
    rq.presentationContexts().forEach(proposed -> contexts.add(answerTo(proposed)));
    return new AssociateAc(
        AssociateRq.PROTOCOL_VERSION,
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        Uids.APPLICATION_CONTEXT,
        contexts,
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(AcceptorAssociation.MAX_PDU_LENGTH),
                new UserItem.ImplementationClassUid(Implementation.CLASS_UID),
                new UserItem.ImplementationVersionName(Implementation.VERSION_NAME))),
        List.of());
  }

  private static PresentationContextAc answerTo(PresentationContextRq proposed) {
    // A refused context carries a transfer syntax too, which is not significant (PS3.8 9.3.3.2).
    String fallback = Uids.IMPLICIT_VR_LITTLE_ENDIAN;
    if (!proposed.abstractSyntax().equals(Uids.VERIFICATION)) {
      return new PresentationContextAc(
          proposed.id(), PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED, fallback);
    }
    return TRANSFER_SYNTAXES.stream()
        .filter(proposed.transferSyntaxes()::contains)
        .findFirst()
        .map(uid -> new PresentationContextAc(proposed.id(), PresentationContextAc.ACCEPTANCE, uid))
        .orElseGet(
            () ->
                new PresentationContextAc(
                    proposed.id(),
                    PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                    fallback));
  }

  private static String describe(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed _ -> "the caller was silent for too long";
      case AssociationFailure.Stopped _ -> "the listener was stopped";
      case AssociationFailure.Closed _ -> "the caller closed the connection";
      case AssociationFailure.Reset(_, String detail) -> "the connection broke: " + detail;
      case AssociationFailure.Aborted(Abort abort) ->
          "the caller aborted (source %d, reason %d)".formatted(abort.source(), abort.reason());
      case AssociationFailure.Unreadable(_, var fault) -> fault.description();
      case AssociationFailure.Unexpected(var pdu, _) -> "unexpected " + pdu.type();
      case AssociationFailure.UnreadableCommand(_, var fault) -> fault.description();
      case AssociationFailure.WrongMessage(String explanation) -> explanation;
      case AssociationFailure.Rejected _, AssociationFailure.ReleasedByPeer _ ->
          throw new AssertionError("no acceptor is told this: " + failure);
    };
  }
}
