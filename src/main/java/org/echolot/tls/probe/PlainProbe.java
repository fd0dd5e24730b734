package org.echolot.tls.probe;

import java.net.InetSocketAddress;

/**
 * Asks a port whether it speaks DICOM without TLS. It sends an A-RELEASE-RQ where no association
 * is: a DICOM system answers that with an A-ABORT (PS3.8 9.2.3, Sta2, AA-1). Nothing is told that
 * TLS would have kept secret: no name is in it.
 */
public final class PlainProbe extends PortProbe {

  private static final byte[] RELEASE_RQ = {5, 0, 0, 0, 0, 4, 0, 0, 0, 0};
  private static final int ACCEPT = 2;
  private static final int RELEASE_RP = 6;
  private static final int ABORT = 7;
  private static final int RESERVED = 0;

  @Override
  byte[] question(InetSocketAddress address) {
    return RELEASE_RQ;
  }

  @Override
  boolean isYes(int first, int second) {
    return (first == ABORT || (first >= ACCEPT && first <= RELEASE_RP)) && second == RESERVED;
  }
}
