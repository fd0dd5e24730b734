package org.echolot.check.run;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.dicom.service.Verification;
import org.echolot.secrets.SecretTraces;
import org.jspecify.annotations.Nullable;

/** An association from whose answers our own secret is cut, whatever stack runs it. */
record GuardedRequestor(Requestor association, AnswerGuard guard) implements Requestor {

  @Override
  public Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException {
    try {
      Accepted accepted = association.associate(rq, deadline);
      return new Accepted(cutFrom(accepted.ac()), guard.cutFrom(accepted.deviations()));
    } catch (AssociationException e) {
      throw cutFrom(e);
    }
  }

  @Override
  public Verification.Reply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException {
    try {
      Verification.Reply reply = association.echo(contextId, messageId, deadline, watching);
      CEchoRsp rsp = reply.rsp();
      return new Verification.Reply(
          new CEchoRsp(
              rsp.messageIdBeingRespondedTo(),
              rsp.status(),
              cutFrom(rsp.affectedSopClassUid()),
              cutFrom(rsp.errorComment())),
          guard.cutFrom(reply.deviations()),
          reply.heldBackFor());
    } catch (AssociationException e) {
      throw cutFrom(e);
    }
  }

  @Override
  public void release(Deadline deadline) throws AssociationException {
    try {
      association.release(deadline);
    } catch (AssociationException e) {
      throw cutFrom(e);
    }
  }

  @Override
  public Duration took() {
    return association.took();
  }

  @Override
  public Delivery delivery() {
    return association.delivery();
  }

  @Override
  public Optional<RequestorAssociation> ours() {
    return association.ours();
  }

  @Override
  public void stop() {
    association.stop();
  }

  @Override
  public void close() {
    association.close();
  }

  private @Nullable String cutFrom(@Nullable String text) {
    return text == null ? null : guard.traces().cutFrom(text);
  }

  private AssociateAc cutFrom(AssociateAc ac) {
    if (cutFrom((Pdu) ac) instanceof AssociateAc cut) {
      return cut;
    }
    // What it is made up of would not fit any more. What it says of itself is not needed.
    return new AssociateAc(
        ac.protocolVersion(),
        ac.calledAe(),
        ac.callingAe(),
        ac.reserved(),
        ac.applicationContext(),
        ac.presentationContexts(),
        new UserInformation(
            ac.userInformation().items().stream()
                .filter(UserItem.MaxPduLength.class::isInstance)
                .toList()),
        List.of());
  }

  /** The PDU without the secret; null if there is none without it. */
  private @Nullable Pdu cutFrom(Pdu pdu) {
    byte[] bytes = PduEncoder.encode(pdu).toByteArray();
    BitSet found = guard.traces().in(bytes);
    if (found.isEmpty()) {
      return pdu;
    }
    try {
      return PduDecoder.decode(Octets.of(SecretTraces.masked(bytes, found))).pdu();
    } catch (MalformedPduException _) {
      return null;
    }
  }

  private AssociationException cutFrom(AssociationException e) {
    AssociationFailure cut = cutFrom(e.failure());
    return cut.equals(e.failure()) ? e : new AssociationException(cut, e.at(), null);
  }

  /** Why it ended, without our own secret. */
  AssociationFailure cutFrom(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed(Octets partial) ->
          new AssociationFailure.DeadlinePassed(guard.upToSecret(partial));
      case AssociationFailure.Closed(Octets partial) ->
          new AssociationFailure.Closed(guard.upToSecret(partial));
      case AssociationFailure.Reset(Octets partial, String detail) ->
          new AssociationFailure.Reset(guard.upToSecret(partial), detail);
      case AssociationFailure.Unreadable(Octets bytes, MalformedPduException fault) ->
          new AssociationFailure.Unreadable(guard.upToSecret(bytes), cutFrom(fault));
      case AssociationFailure.Unexpected(Pdu pdu, var state) -> {
        Pdu cut = cutFrom(pdu);
        yield cut == null
            ? new AssociationFailure.WrongMessage("a PDU with our own secret in it")
            : new AssociationFailure.Unexpected(cut, state);
      }
      case AssociationFailure.UnreadableCommand(Octets bytes, MalformedCommandException fault) ->
          new AssociationFailure.UnreadableCommand(guard.masked(bytes), cutFrom(fault));
      case AssociationFailure.WrongMessage(var kind, String explanation) ->
          new AssociationFailure.WrongMessage(kind, guard.traces().cutFromSentence(explanation));
      case AssociationFailure.Aborted _,
          AssociationFailure.Rejected _,
          AssociationFailure.ReleasedByPeer _,
          AssociationFailure.Stopped _ ->
          failure;
    };
  }

  private MalformedPduException cutFrom(MalformedPduException fault) {
    String held = guard.traces().cutFromSentence(fault.held());
    return held.equals(fault.held())
        ? fault
        : new MalformedPduException(fault.field(), fault.offset(), held, fault.section());
  }

  private MalformedCommandException cutFrom(MalformedCommandException fault) {
    String held = guard.traces().cutFromSentence(fault.held());
    return held.equals(fault.held())
        ? fault
        : new MalformedCommandException(fault.field(), fault.offset(), held, fault.section());
  }
}
