package org.echolot.check.run;

import java.time.Duration;
import java.util.Optional;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.service.Verification;

/**
 * What an echo needs of an association, whatever stack runs it.
 *
 * <p>The calls follow each other: {@link #associate}, then {@link #echo} any number of times, then
 * {@link #release}. Each ends by its deadline. When one throws, the peer was told with an A-ABORT
 * where PS3.8 9.2 asks for it, and the connection is closed. One thread makes the calls; {@link
 * #stop} may come from any.
 */
public interface Requestor extends AutoCloseable {

  /**
   * Asks for the association.
   *
   * @throws AssociationException if it was not accepted by the deadline
   */
  Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException;

  /**
   * Sends a C-ECHO-RQ and waits for the answer.
   *
   * @param contextId the accepted Verification context
   * @param messageId 1 to 65,535
   * @param watching whether to look if the peer holds pieces of its answer back, which takes about
   *     1 ms where it does
   * @throws AssociationException if no whole C-ECHO-RSP to it came by the deadline; one that says
   *     something else than Success is an answer
   */
  Verification.Reply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException;

  /**
   * Ends the association in good order, and the connection with it. What else the peer still sends
   * is read and left alone (PS3.8 AR-6); a request for release that crosses ours is confirmed
   * (PS3.8 AR-8, AR-9).
   *
   * @throws AssociationException if the peer did not confirm by the deadline
   */
  void release(Deadline deadline) throws AssociationException;

  /**
   * How long the last of these calls took on the wire, whether it succeeded or not: from when the
   * last byte of what it sent was handed to the system until the last byte of the answer was read,
   * or it showed that none comes.
   */
  Duration took();

  /**
   * What was acknowledged of what was sent, when a deadline passed and before an A-ABORT was sent;
   * unknown where none did.
   */
  Delivery delivery();

  /**
   * The association on our own upper layer, of which other services than Verification can be asked
   * as well; empty where another stack runs it.
   */
  default Optional<RequestorAssociation> ours() {
    return Optional.empty();
  }

  /** Ends whatever the other thread waits for, at once; from any thread. */
  void stop();

  /** Closes the connection if it is still open, without a word. */
  @Override
  void close();
}
