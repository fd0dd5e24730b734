package org.echolot.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.echolot.dicom.pdu.Octets;

/**
 * What two ends of a connection sent each other, as far as it was kept.
 *
 * @param local our end
 * @param remote the peer's end
 * @param begun when we began to connect
 * @param connected when the connection stood
 * @param messages in order
 * @param leftOutSent how many bytes that we sent then are not kept
 * @param leftOutReceived how many bytes that came then are not kept
 * @param ending how it ended
 * @param ended when
 * @param comment about all of it, in one paragraph
 */
record TcpConversation(
    InetSocketAddress local,
    InetSocketAddress remote,
    Instant begun,
    Instant connected,
    List<Message> messages,
    long leftOutSent,
    long leftOutReceived,
    Ending ending,
    Instant ended,
    String comment) {

  /** How a connection can end. */
  enum Ending {
    WE_CLOSED,
    PEER_CLOSED,
    PEER_RESET
  }

  /**
   * A PDU, or what came in the place of one.
   *
   * @param isSent whether we sent it
   * @param comment empty where there is nothing to say
   */
  record Message(boolean isSent, Octets bytes, Instant at, String comment) {}

  TcpConversation {
    messages = List.copyOf(messages);
  }
}
