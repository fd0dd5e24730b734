package org.echolot.listener;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.echolot.dicom.association.AcceptorAssociation;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** Decides whether a caller gets an association, and with which contexts (PS3.8 9.3.3, 9.3.4). */
final class Admission {

  /** The encodings that we take for Verification, the best first; it has no data set to encode. */
  private static final List<String> TRANSFER_SYNTAXES =
      List.of(
          Uids.IMPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_LITTLE_ENDIAN,
          Uids.EXPLICIT_VR_BIG_ENDIAN);

  private final ListenerOptions options;
  private final CallerPlace place;

  Admission(ListenerOptions options, CallerPlace place) {
    this.options = options;
    this.place = place;
  }

  /** Why the request is rejected; where it is not, the caller has an association. */
  Optional<AssociateRj> rejectionOf(AssociateRq rq) {
    if ((rq.protocolVersion() & AssociateRq.PROTOCOL_VERSION) == 0) {
      return permanent(
          AssociateRj.SERVICE_PROVIDER_ACSE, AssociateRj.PROTOCOL_VERSION_NOT_SUPPORTED);
    }
    if (!rq.applicationContext().equals(Uids.APPLICATION_CONTEXT)) {
      return permanent(
          AssociateRj.SERVICE_USER, AssociateRj.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
    }
    if (!options.anyCalled() && !isOneOf(Set.of(options.ae()), rq.calledAe())) {
      return permanent(AssociateRj.SERVICE_USER, AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }
    if (!options.acceptedCallingAes().isEmpty()
        && !isOneOf(options.acceptedCallingAes(), rq.callingAe())) {
      return permanent(AssociateRj.SERVICE_USER, AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
    }
    if (!place.tryAssociate()) {
      return Optional.of(
          new AssociateRj(
              AssociateRj.REJECTED_TRANSIENT,
              AssociateRj.SERVICE_PROVIDER_PRESENTATION,
              AssociateRj.LOCAL_LIMIT_EXCEEDED));
    }
    AssociateRj told = options.behaviour().rejection();
    if (told != null) {
      place.dissociate();
    }
    return Optional.ofNullable(told);
  }

  private static boolean isOneOf(Set<AeTitle> titles, AeTitleField field) {
    String text = field.text();
    return titles.stream().anyMatch(title -> title.value().equals(text));
  }

  private static Optional<AssociateRj> permanent(int source, int reason) {
    return Optional.of(new AssociateRj(AssociateRj.REJECTED_PERMANENT, source, reason));
  }

  /** The acceptance, with an answer to each context. */
  AssociateAc acceptanceOf(AssociateRq rq) {
    // An ID that is proposed twice is answered once, so that the answer can't outgrow its kind.
    Map<Integer, PresentationContextAc> contexts = new LinkedHashMap<>();
    rq.presentationContexts()
        .forEach(proposed -> contexts.putIfAbsent(proposed.id(), answerTo(proposed)));
    return new AssociateAc(
        AssociateRq.PROTOCOL_VERSION,
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        Uids.APPLICATION_CONTEXT,
        List.copyOf(contexts.values()),
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(AcceptorAssociation.MAX_PDU_LENGTH),
                new UserItem.ImplementationClassUid(Implementation.CLASS_UID),
                new UserItem.ImplementationVersionName(Implementation.VERSION_NAME))),
        List.of());
  }

  private PresentationContextAc answerTo(PresentationContextRq proposed) {
    // A refused context carries a transfer syntax too, which is not significant (PS3.8 9.3.3.2).
    String fallback = Uids.IMPLICIT_VR_LITTLE_ENDIAN;
    if (options.behaviour().acceptsNoContext()) {
      return new PresentationContextAc(
          proposed.id(), PresentationContextAc.USER_REJECTION, fallback);
    }
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
}
