package org.echolot.listener;

import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PresentationContextAc;

/** What we answered a caller, and why, in words. Pure. */
final class AnswerWords {

  private AnswerWords() {}

  /** Who asked whom: {@code CT1 → ECHOLOT}. */
  static String who(AssociateRq rq) {
    return rq.callingAe().shown() + " → " + rq.calledAe().shown();
  }

  /** What we answered. */
  static String answer(Pdu answer) {
    return switch (answer) {
      case AssociateAc ac -> {
        long accepted =
            ac.presentationContexts().stream().filter(PresentationContextAc::isAccepted).count();
        yield "accepted, with "
            + accepted
            + " of "
            + ac.presentationContexts().size()
            + (ac.presentationContexts().size() == 1 ? " context" : " contexts");
      }
      case AssociateRj rj -> "rejected " + rj.numbers() + " (" + rj.reasonText() + ")";
      case Abort _ -> "aborted";
      default -> answer.type().toString();
    };
  }

  /** Why, in a sentence without its period; empty where there is nothing to explain. */
  static String why(ListenerOptions options, AssociateRq rq, Pdu answer) {
    return switch (answer) {
      case AssociateRj rj -> why(options, rq, rj);
      case Abort _ when options.behaviour().aborts() -> "this listener was told to abort";
      case Abort _ -> "the listener was stopped";
      case AssociateAc ac
          when ac.presentationContexts().stream().noneMatch(PresentationContextAc::isAccepted) ->
          options.behaviour().acceptsNoContext()
              ? "this listener was told to accept no context"
              : "the caller did not propose Verification in a transfer syntax that we accept";
      default -> "";
    };
  }

  private static String why(ListenerOptions options, AssociateRq rq, AssociateRj rj) {
    if (rj.source() == AssociateRj.SERVICE_PROVIDER_ACSE
        && rj.reason() == AssociateRj.PROTOCOL_VERSION_NOT_SUPPORTED
        && (rq.protocolVersion() & AssociateRq.PROTOCOL_VERSION) == 0) {
      return "the caller asks for a version of the protocol other than 1";
    }
    if (rj.source() == AssociateRj.SERVICE_USER) {
      if (rj.reason() == AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED
          && !options.anyCalled()
          && !rq.calledAe().text().equals(options.ae().value())) {
        return "it calls "
            + quoted(rq.calledAe())
            + ", but our AE title is \""
            + options.ae()
            + '"';
      }
      if (rj.reason() == AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED
          && !options.acceptedCallingAes().isEmpty()
          && options.acceptedCallingAes().stream()
              .noneMatch(title -> title.value().equals(rq.callingAe().text()))) {
        return quoted(rq.callingAe()) + " is not among the calling AE titles that we accept";
      }
    }
    if (rj.equals(options.behaviour().rejection())) {
      return "this listener was told to";
    }
    if (rj.source() == AssociateRj.SERVICE_PROVIDER_PRESENTATION
        && rj.reason() == AssociateRj.LOCAL_LIMIT_EXCEEDED) {
      return "all of our " + options.maxAssociations() + " associations are in use";
    }
    return rj.reasonText();
  }

  static String quoted(AeTitleField title) {
    String shown = title.shown();
    return shown.startsWith("\"") ? shown : '"' + shown + '"';
  }
}
