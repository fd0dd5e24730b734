package org.echolot.dicom.association;

import java.time.Duration;
import java.util.List;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;

/**
 * An association that we ask for, whatever stack runs it.
 *
 * <p>The calls follow each other: {@link #associate}, then {@link #echo} any number of times, then
 * {@link #release}. Each ends by its deadline. When one throws, the peer was told with an A-ABORT
 * where PS3.8 9.2 asks for it, and the connection is closed. One thread makes the calls; {@link
 * #stop} may come from any.
 */
public interface Requestor extends AutoCloseable {

  /**
   * An accepted association.
   *
   * @param deviations what was tolerated in it
   */
  public record Accepted(AssociateAc ac, List<Deviation> deviations) {}

  /**
   * A C-ECHO-RSP to our request.
   *
   * @param deviations what was tolerated in it
   * @param heldBackFor how long the peer was made to hold a piece of it back, until we acknowledged
   *     the piece before; zero where it was not, or was not seen to
   */
  public record EchoReply(CEchoRsp rsp, List<Deviation> deviations, Duration heldBackFor) {}

  /**
   * Asks for the association.
   *
   * @throws AssociationException if it was not accepted by the deadline
   */
  Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException;

  /**
   * Sends a C-ECHO-RQ and waits for the answer, and looks whether the peer holds pieces of it back.
   *
   * @param contextId the accepted Verification context
   * @param messageId 1 to 65,535
   * @throws AssociationException if no whole C-ECHO-RSP to it came by the deadline; one that says
   *     something else than Success is an answer
   */
  default EchoReply echo(int contextId, int messageId, Deadline deadline)
      throws AssociationException {
    return echo(contextId, messageId, deadline, true);
  }

  /**
   * The same.
   *
   * @param watching whether to look if the peer holds pieces of its answer back, which takes about
   *     1 ms where it does
   */
  EchoReply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException;

  /**
   * Ends the association in good order, and the connection with it. What else the peer still sends
   * is read and left alone (PS3.8 AR-6); a request for release that crosses ours is confirmed
   * (PS3.8 AR-8, AR-9).
   *
   * @throws AssociationException if the peer did not confirm by the deadline
   */
  void release(Deadline deadline) throws AssociationException;

  /** Ends whatever the other thread waits for, at once; from any thread. */
  void stop();

  /** Closes the connection if it is still open, without a word. */
  @Override
  void close();
}
