package org.echolot.listener;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
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
 * @param maxAssociations the most at once, 1 to 10,000; one more is rejected 2/3/2, unless another
 *     address has several
 * @param associateTimeout from the connection to its whole A-ASSOCIATE-RQ, and from our last PDU to
 *     the close (ARTIM, PS3.8 9.1.5); at most 1 hour
 * @param idleTimeout how long an accepted caller may take for its next command, whole, and to take
 *     our answer, before it is aborted; at most 1 hour
 * @param behaviour how those are treated who would be answered well
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
    Duration idleTimeout,
    Behaviour behaviour) {

  /** A listener that answers as well as it can. */
  public ListenerOptions(
      AeTitle ae,
      boolean anyCalled,
      InetAddress bind,
      int port,
      Set<AeTitle> acceptedCallingAes,
      Set<InetAddress> acceptedAddresses,
      int maxAssociations,
      Duration associateTimeout,
      Duration idleTimeout) {
    this(
        ae,
        anyCalled,
        bind,
        port,
        acceptedCallingAes,
        acceptedAddresses,
        maxAssociations,
        associateTimeout,
        idleTimeout,
        Behaviour.GOOD);
  }

  /** The port that is registered for DICOM besides 104 (PS3.8 9.1.1). */
  public static final int DEFAULT_PORT = 11_112;

  /** The most associations at once that can be chosen. */
  public static final int MAX_ASSOCIATIONS = 10_000;

  /** The longest time-out that can be chosen. */
  public static final Duration MAX_TIMEOUT = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException if a number or time-out is out of range; the message says in
   *     plain words which
   */
  public ListenerOptions {
    requireFrom("the port", port, 0, 65_535);
    requireFrom("the number of associations at once", maxAssociations, 1, MAX_ASSOCIATIONS);
    requireTimeout("associate", associateTimeout);
    requireTimeout("idle", idleTimeout);
    acceptedCallingAes = Set.copyOf(acceptedCallingAes);
    acceptedAddresses = Set.copyOf(acceptedAddresses);
  }

  private static void requireFrom(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be from %d to %d, not %d", what, min, max, value));
    }
  }

  private static void requireTimeout(String name, Duration value) {
    if (!value.isPositive() || value.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "the " + name + " timeout must be more than 0 and at most 1 hour, not " + value);
    }
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
    return copy(value, bind, behaviour);
  }

  /** The same on another address of this computer. */
  public ListenerOptions withBind(InetAddress value) {
    return copy(anyCalled, value, behaviour);
  }

  public ListenerOptions withBehaviour(Behaviour value) {
    return copy(anyCalled, bind, value);
  }

  private ListenerOptions copy(boolean any, InetAddress where, Behaviour how) {
    return new ListenerOptions(
        ae,
        any,
        where,
        port,
        acceptedCallingAes,
        acceptedAddresses,
        maxAssociations,
        associateTimeout,
        idleTimeout,
        how);
  }
}
