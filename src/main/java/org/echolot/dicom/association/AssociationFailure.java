package org.echolot.dicom.association;

import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/** Why an association ended before its time. It always tells who ended it. */
public sealed interface AssociationFailure {

  /**
   * Our deadline passed.
   *
   * @param partial the bytes of an unfinished PDU that had come
   */
  record DeadlinePassed(Octets partial) implements AssociationFailure {}

  /** Somebody on our side stopped it. */
  record Stopped() implements AssociationFailure {}

  /**
   * The peer closed the connection in good order (FIN).
   *
   * @param partial the bytes of an unfinished PDU that had come
   */
  record Closed(Octets partial) implements AssociationFailure {}

  /**
   * The connection broke: the peer, or something on the way, reset it.
   *
   * @param partial the bytes of an unfinished PDU that had come
   * @param detail what the operating system says
   */
  record Reset(Octets partial, String detail) implements AssociationFailure {}

  /** The peer sent an A-ABORT. */
  record Aborted(Abort abort) implements AssociationFailure {}

  /** The peer sent an A-ASSOCIATE-RJ. */
  record Rejected(AssociateRj reject) implements AssociationFailure {}

  /**
   * The peer sent bytes that can't be read as a PDU; we refused them.
   *
   * @param bytes what was read of them
   */
  record Unreadable(Octets bytes, MalformedPduException fault) implements AssociationFailure {}

  /** The peer sent a PDU that has no place in this state (PS3.8 Table 9-10); we refused it. */
  record Unexpected(Pdu pdu, AssociationState state) implements AssociationFailure {}

  /** The peer sent a command set that can't be read; we refused it. */
  record UnreadableCommand(Octets bytes, MalformedCommandException fault)
      implements AssociationFailure {}

  /**
   * The peer sent a message that does not answer ours; we refused it.
   *
   * @param explanation one clause: what came instead
   */
  record WrongMessage(Kind kind, String explanation) implements AssociationFailure {

    /** What is wrong with it. */
    public enum Kind {
      /** It answers another message than ours. */
      OTHER_MESSAGE,
      /** It is a request of the peer's own. */
      REQUEST,
      /** It is a response to another command. */
      OTHER_COMMAND,
      /** It came in another presentation context. */
      OTHER_CONTEXT,
      /** It is a part of a data set, where none belongs. */
      DATA_SET,
      /** Something else, or not known. */
      OTHER
    }

    /** One of which no more is known. */
    public WrongMessage(String explanation) {
      this(Kind.OTHER, explanation);
    }
  }

  /** The peer asked for release where we waited for a response; we confirmed it. */
  record ReleasedByPeer() implements AssociationFailure {}
}
