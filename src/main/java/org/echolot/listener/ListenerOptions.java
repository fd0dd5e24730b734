package org.echolot.listener;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.echolot.dicom.pdu.AeTitle;

/**
 * How a {@link VerificationScp} behaves.
 *
 * @param ae our AE title
 * @param anyCalled whether associations for other called AE titles are accepted too; if not, they
 *     are rejected 1/1/7
 * @param bind the address to listen on
 * @param port 0 to 65,535; 0 for any free one
 * @param acceptedCallingAes who may call; empty: everyone. Others are rejected 1/1/3
 * @param acceptedAddresses from where; empty: everywhere. Others are closed without a word
 * @param maxAssociations the most at once, 1 to 10,000; one more is rejected 2/3/2
 * @param associateTimeout from the connection to its whole A-ASSOCIATE-RQ, and from our last PDU to
 *     the close (ARTIM, PS3.8 9.1.5)
 * @param idleTimeout the longest silence on an association before it is aborted
 */
public record ListenerOptions(
    AeTitle ae,
    boolean anyCalled,
    InetAddress bind,
    int port,
    Set<AeTitle> acceptedCallingAes,
    Set<InetAddress> acceptedAddresses,
    int maxAssociations,
    Duration associateTimeout,
    Duration idleTimeout) {

  /** The port that is registered for DICOM besides 104 (PS3.8 9.1.1). */
  public static final int DEFAULT_PORT = 11_112;

  public ListenerOptions {
    acceptedCallingAes = Set.copyOf(acceptedCallingAes);
    acceptedAddresses = Set.copyOf(acceptedAddresses);
  }

  /** Loopback alone, any caller, 64 associations at once. */
  public static ListenerOptions onLoopback(AeTitle ae, int port) {
    return new ListenerOptions(
        ae,
        false,
        InetAddress.getLoopbackAddress(),
        port,
        Set.of(),
        Set.of(),
        64,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  public ListenerOptions withAnyCalled(boolean value) {
    return new ListenerOptions(
        ae,
        value,
        bind,
        port,
        acceptedCallingAes,
        acceptedAddresses,
        maxAssociations,
        associateTimeout,
        idleTimeout);
  }
}
