package org.echolot.dicom.association;

import java.net.Socket;
import org.echolot.network.Outstanding;

/**
 * What the other end of a connection acknowledged of what we sent. A system acknowledges what it
 * received even if its program never reads it, so that this tells a program that is silent from a
 * path on which data is lost.
 */
public sealed interface Delivery {

  /**
   * What the system says of a socket at this moment: Linux by its tables, macOS and Windows by a
   * call. It takes well under a millisecond on a computer with few connections, and at most about a
   * quarter of a second on any.
   */
  static Delivery of(Socket socket) {
    Delivery told = SendQueue.of(socket);
    return told instanceof Unknown ? Outstanding.of(socket).map(Delivery::of).orElse(told) : told;
  }

  /** What that means. */
  static Delivery of(Outstanding outstanding) {
    return outstanding.bytes() == 0
        ? new Whole()
        : new Stuck(
            Math.clamp(outstanding.bytes(), 1, Integer.MAX_VALUE), outstanding.windowIsClosed());
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
