package org.echolot.check.diagnosis;

import java.time.Duration;
import org.echolot.dicom.association.Delivery;
import org.echolot.tls.WideAnswer;
import org.echolot.tls.probe.ProbeAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a check did and saw until a stage of it failed, besides the failure itself: what it told of
 * itself, what the stages before showed, what passed on the wire, and what was asked afterwards.
 * What a failure means, and which words are true of it, depends on that. Immutable.
 *
 * @param overTls whether the peer is called over TLS. In a stage after TLS, the handshake was fine
 * @param connectedIn how long the connection took to open: one round trip and some; zero: not known
 * @param endedAfter how long after our request the end came, or showed; where a deadline of ours
 *     passed, how long we waited in all
 * @param arrival what came until then
 * @param delivery what was acknowledged of what we sent
 * @param afterwards what was asked on other connections, after the failure
 */
public record Circumstances(
    boolean overTls,
    Shown shown,
    Duration connectedIn,
    Duration endedAfter,
    Arrival arrival,
    Delivery delivery,
    Afterwards afterwards) {

  /**
   * What we told, or were ready to tell, of ourselves and of whom we look for.
   *
   * @param serverName the name of the server that we asked for (SNI); null: none
   * @param clientKey the type of key of the certificate that we had to send if the peer asks for
   *     one, as in "RSA"; null: none
   * @param sentClientCertificate whether we sent it
   * @param userIdentity whom we authenticate as, in words; null: nobody
   */
  public record Shown(
      @Nullable String serverName,
      @Nullable String clientKey,
      boolean sentClientCertificate,
      @Nullable String userIdentity) {

    /** Nothing but AE titles. */
    public static final Shown NOTHING = new Shown(null, null, false, null);

    /** Whether we had a certificate to send. */
    boolean hasClientCertificate() {
      return clientKey != null;
    }
  }

  /**
   * What came in the stage that failed.
   *
   * @param bytes how many in all, whatever they were
   * @param lastBefore how long before the end the last of them came; zero where none did
   */
  public record Arrival(long bytes, Duration lastBefore) {

    /** Not a byte. */
    public static final Arrival NOTHING = new Arrival(0, Duration.ZERO);
  }

  /**
   * What was asked on other connections, after the failure.
   *
   * @param wide what the peer answered to a ClientHello that offers everything; null: nobody asked,
   *     or nothing came
   */
  public record Afterwards(ProbeAnswer probe, SecondTry secondTry, @Nullable WideAnswer wide) {

    /** The same where nobody asked what TLS the peer takes. */
    public Afterwards(ProbeAnswer probe, SecondTry secondTry) {
      this(probe, secondTry, null);
    }

    /** Nothing. */
    public static final Afterwards NOTHING =
        new Afterwards(ProbeAnswer.NOT_ASKED, SecondTry.NOT_MADE);
  }

  /** What a system may take to acknowledge, besides two round trips. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(200);

  /** Those of a check without TLS that told nothing of itself, in which nothing passed. */
  public static final Circumstances PLAIN =
      new Circumstances(
          false,
          Shown.NOTHING,
          Duration.ZERO,
          Duration.ZERO,
          Arrival.NOTHING,
          new Delivery.Unknown(),
          Afterwards.NOTHING);

  /** The same of a failure that came so long after our request. */
  public Circumstances endedAfter(Duration value) {
    return new Circumstances(overTls, shown, connectedIn, value, arrival, delivery, afterwards);
  }

  /** The same after the port was asked for the other protocol. */
  public Circumstances probed(ProbeAnswer value) {
    return afterwards(new Afterwards(value, secondTry(), wide()));
  }

  /** The same after a second connection was made. */
  public Circumstances triedAgain(SecondTry value) {
    return afterwards(new Afterwards(probe(), value, wide()));
  }

  /** The same after the peer was asked what TLS it takes. */
  public Circumstances offeredAll(@Nullable WideAnswer value) {
    return afterwards(new Afterwards(probe(), secondTry(), value));
  }

  private Circumstances afterwards(Afterwards value) {
    return new Circumstances(overTls, shown, connectedIn, endedAfter, arrival, delivery, value);
  }

  /**
   * Whether the port speaks the other protocol: TLS where the check is made without, DICOM without
   * TLS where it is made with it.
   */
  public ProbeAnswer probe() {
    return afterwards.probe();
  }

  /** What the peer answered to a ClientHello that offers everything; null: not known. */
  public @Nullable WideAnswer wide() {
    return afterwards.wide();
  }

  /** What a second connection showed. */
  public SecondTry secondTry() {
    return afterwards.secondTry();
  }

  /**
   * What was acknowledged; unknown where that may still have been on its way back when we stopped
   * waiting, on a line that is longer than our patience.
   */
  public Delivery credibleDelivery() {
    boolean early = endedAfter.compareTo(connectedIn.plus(connectedIn).plus(ON_ITS_WAY)) < 0;
    return early && delivery instanceof Delivery.Stuck(_, boolean closed) && !closed
        ? new Delivery.Unknown()
        : delivery;
  }

  /** The same with what passed on the wire. */
  public Circumstances passed(Arrival came, Delivery went) {
    return new Circumstances(overTls, shown, connectedIn, endedAfter, came, went, afterwards);
  }

  boolean authenticates() {
    return shown.userIdentity() != null;
  }
}
