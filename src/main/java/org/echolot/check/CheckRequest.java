package org.echolot.check;

import org.echolot.dicom.pdu.AeTitle;

/**
 * What to check, and how.
 *
 * @param name what the user calls the peer
 * @param calledAe the AE title to ask for
 * @param callingAe the AE title to come as
 * @param host a name or address
 * @param port 1 to 65,535
 * @param tls whether the peer is to be spoken to over TLS
 * @param probesTls whether a peer that closes, or stays silent, after a plain request is asked
 *     once, on a connection of its own, if it speaks TLS
 */
public record CheckRequest(
    String name,
    AeTitle calledAe,
    AeTitle callingAe,
    String host,
    int port,
    Timeouts timeouts,
    boolean tls,
    boolean probesTls) {

  /**
   * @throws IllegalArgumentException if the port is out of range or the host is blank
   */
  public CheckRequest {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
    }
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is blank");
    }
  }

  /** A plain check with the default time-outs. */
  public static CheckRequest of(
      String name, AeTitle calledAe, AeTitle callingAe, String host, int port) {
    return new CheckRequest(name, calledAe, callingAe, host, port, Timeouts.DEFAULT, false, true);
  }

  public CheckRequest withTimeouts(Timeouts value) {
    return new CheckRequest(name, calledAe, callingAe, host, port, value, tls, probesTls);
  }

  public CheckRequest withTls(boolean value) {
    return new CheckRequest(name, calledAe, callingAe, host, port, timeouts, value, probesTls);
  }

  public CheckRequest withTlsProbe(boolean value) {
    return new CheckRequest(name, calledAe, callingAe, host, port, timeouts, tls, value);
  }

  /** Host and port as people write them; an IPv6 address in brackets. */
  public String address() {
    return AddressText.of(host, port);
  }
}
