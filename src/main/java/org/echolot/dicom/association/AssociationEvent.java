package org.echolot.dicom.association;

import java.time.Instant;
import java.util.List;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/**
 * Something that happened on an association. Immutable; no password or token is ever in it, and
 * user identities are struck out (PS3.7 D.3.3.7).
 */
public sealed interface AssociationEvent {

  /** When it happened on the wire. */
  Instant at();

  /** How many bytes of the wire or characters it holds, for whoever keeps a bounded number. */
  default int size() {
    return switch (this) {
      case PduSent sent -> sent.bytes().length();
      case PduReceived received -> received.bytes().length();
      case UnreadableReceived unreadable -> unreadable.bytes().length();
      case UnreadableCommandReceived command -> command.commandSet().length();
      case CommandSent sent -> sizeOf(sent.commandSet());
      case CommandReceived received -> sizeOf(received.commandSet());
      case StateChanged changed -> changed.event().length();
      case StackLogged logged -> logged.text().length();
    };
  }

  private static int sizeOf(CommandSet commandSet) {
    return commandSet.elements().values().stream().mapToInt(Octets::length).sum();
  }

  /**
   * A PDU was handed to the system, whole.
   *
   * @param at when its last byte was
   */
  record PduSent(Pdu pdu, Octets bytes, Instant at) implements AssociationEvent {}

  /**
   * A PDU arrived, whole.
   *
   * @param deviations what was tolerated in it
   * @param at when its last byte was read
   */
  record PduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at)
      implements AssociationEvent {
    public PduReceived {
      deviations = List.copyOf(deviations);
    }
  }

  /**
   * Bytes arrived that are no PDU, or not a whole one.
   *
   * @param bytes what was read of them; at most 1 MiB
   * @param why one line, for example that the peer closed in the middle of a PDU
   */
  record UnreadableReceived(Octets bytes, String why, Instant at) implements AssociationEvent {}

  /**
   * A command set arrived that can't be read; its PDUs were told of before.
   *
   * @param why what is wrong with it, in one line
   */
  record UnreadableCommandReceived(int contextId, Octets commandSet, String why, Instant at)
      implements AssociationEvent {}

  /** A command set was sent in one or more of the PDUs. */
  record CommandSent(int contextId, CommandSet commandSet, Instant at)
      implements AssociationEvent {}

  /**
   * A command set arrived, put together from one or more PDUs.
   *
   * @param deviations what was tolerated in it
   */
  record CommandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at)
      implements AssociationEvent {
    public CommandReceived {
      deviations = List.copyOf(deviations);
    }
  }

  /**
   * The state machine of PS3.8 9.2 moved.
   *
   * @param event what moved it, in the standard's words, for example {@code A-ASSOCIATE-AC PDU}
   */
  record StateChanged(AssociationState from, AssociationState to, String event, Instant at)
      implements AssociationEvent {}

  /**
   * The stack that runs the association wrote to a log of its own. Our own upper layer has none.
   *
   * @param text one line or more
   */
  record StackLogged(System.Logger.Level level, String text, Instant at)
      implements AssociationEvent {}
}
