package org.echolot.dicom.association;

import java.net.Socket;

/**
 * What the other end of a connection acknowledged of what we sent. A system acknowledges what it
 * received even if its program never reads it, so that this tells a program that is silent from a
 * path on which data is lost.
 */
public sealed interface Delivery {

  /**
   * What the system says of a socket at this moment. It takes well under a millisecond on a
   * computer with few connections, and at most about a quarter of a second on any.
   */
  static Delivery of(Socket socket) {
    return SendQueue.of(socket);
  }

  /** Nobody looked, or this system does not say. */
  record Unknown() implements Delivery {}

  /** All that we sent had arrived at the computer, or the device in between, that answers there. */
  record Whole() implements Delivery {}

  /**
   * Some of it was not acknowledged.
   *
   * @param unacknowledgedBytes at least 1; those that could not be sent yet count too
   * @param windowIsClosed whether the other end has said that it takes no more for now: its program
   *     does not read
   */
  record Stuck(int unacknowledgedBytes, boolean windowIsClosed) implements Delivery {}
}
