package org.echolot.dicom.association;

import java.time.Instant;
import java.util.List;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/**
 * Is told what happens on an association, while it happens, in order and by the thread that runs
 * it. It must return at once: what it takes is taken from the peer's time.
 */
public interface AssociationListener {

  /** Does nothing with anything. */
  AssociationListener NONE = new AssociationListener() {};

  /** A PDU was handed to the transport, whole. */
  default void pduSent(Pdu pdu, Octets bytes, Instant at) {}

  /**
   * A PDU arrived, whole.
   *
   * @param deviations what was tolerated in it
   */
  default void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {}

  /**
   * Bytes arrived that are no PDU, or not a whole one.
   *
   * @param bytes what was read of them; at most 1 MiB
   * @param why one line, for example that the peer closed in the middle of a PDU
   */
  default void unreadableReceived(Octets bytes, String why, Instant at) {}

  /** A command set arrived that can't be read; its PDUs were told of before. */
  default void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {}

  /** A command set was sent in one or more of the PDUs. */
  default void commandSent(int contextId, CommandSet commandSet, Instant at) {}

  /** A command set arrived, put together from one or more PDUs. */
  default void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {}

  /**
   * The state machine of PS3.8 9.2 moved.
   *
   * @param event what moved it, in the standard's words, for example {@code A-ASSOCIATE-AC PDU}
   */
  default void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {}

  /**
   * The stack that runs the association wrote to a log of its own. Our own upper layer has none.
   *
   * @param text one line or more
   */
  default void stackLogged(System.Logger.Level level, String text, Instant at) {}
}
