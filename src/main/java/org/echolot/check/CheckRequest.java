package org.echolot.check;

import java.util.UUID;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.AddressText;
import org.echolot.text.IpText;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * What to check, and how.
 *
 * @param peerId the peer that it is of: secrets, selections, running checks and results hang on it,
 *     and not on the name, which may change. A target that is not saved has one of its own
 * @param name what the user calls the peer
 * @param calledAe the AE title to ask for
 * @param callingAe the AE title to come as
 * @param host a name or address
 * @param port 1 to 65,535
 * @param tls how the peer is to be spoken to over TLS; null: without TLS
 * @param userIdentity the user to come as; null: none
 * @param source the address of this computer to call from, as it was written; null: as the system
 *     likes
 * @param probesTls whether a peer that closes, or stays silent, after a plain request is asked
 *     once, on a connection of its own, if it speaks TLS, and whatever else a second connection may
 *     tell
 * @param approach how it comes to the peer
 */
public record CheckRequest(
    UUID peerId,
    String name,
    AeTitle calledAe,
    AeTitle callingAe,
    String host,
    int port,
    Timeouts timeouts,
    @Nullable TlsSettings tls,
    @Nullable UserIdentity userIdentity,
    @Nullable String source,
    boolean probesTls,
    Approach approach) {

  /** A check that comes to its peer in the plainest way. */
  public CheckRequest(
      UUID peerId,
      String name,
      AeTitle calledAe,
      AeTitle callingAe,
      String host,
      int port,
      Timeouts timeouts,
      @Nullable TlsSettings tls,
      @Nullable UserIdentity userIdentity,
      @Nullable String source,
      boolean probesTls) {
    this(
        peerId,
        name,
        calledAe,
        callingAe,
        host,
        port,
        timeouts,
        tls,
        userIdentity,
        source,
        probesTls,
        Approach.PLAIN);
  }

  /**
   * @throws IllegalArgumentException if the port is out of range, the host is blank, or the source
   *     is no address
   */
  public CheckRequest {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
    }
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is blank");
    }
    if (source != null && !IpText.isIp(source)) {
      throw new IllegalArgumentException("the source is no address");
    }
  }

  /** By hand, since what the runtime makes for records takes long when it is first asked for. */
  @Override
  public int hashCode() {
    return (31 * name.hashCode() + host.hashCode()) * 31 + port;
  }

  /** A plain check with the default time-outs. */
  public static CheckRequest of(
      UUID peerId, String name, AeTitle calledAe, AeTitle callingAe, String host, int port) {
    return new CheckRequest(
        peerId, name, calledAe, callingAe, host, port, Timeouts.DEFAULT, null, null, null, true);
  }

  /** The same of a target that is not saved. */
  public static CheckRequest of(
      String name, AeTitle calledAe, AeTitle callingAe, String host, int port) {
    return of(idOfUnsaved(name), name, calledAe, callingAe, host, port);
  }

  /** The ID of a target that is not saved: no saved peer has it, and it stays with the name. */
  public static UUID idOfUnsaved(String name) {
    return IdOfName.of("target that is not saved", name);
  }

  public CheckRequest withTimeouts(Timeouts value) {
    return copy(calledAe, callingAe, value, tls, userIdentity, source, probesTls, approach);
  }

  public CheckRequest withTls(@Nullable TlsSettings value) {
    return copy(calledAe, callingAe, timeouts, value, userIdentity, source, probesTls, approach);
  }

  public CheckRequest withUserIdentity(@Nullable UserIdentity value) {
    return copy(calledAe, callingAe, timeouts, tls, value, source, probesTls, approach);
  }

  public CheckRequest withSource(@Nullable String value) {
    return copy(calledAe, callingAe, timeouts, tls, userIdentity, value, probesTls, approach);
  }

  /** The same peer by other AE titles. */
  public CheckRequest withAeTitles(AeTitle called, AeTitle calling) {
    return copy(called, calling, timeouts, tls, userIdentity, source, probesTls, approach);
  }

  public CheckRequest withTlsProbe(boolean value) {
    return copy(calledAe, callingAe, timeouts, tls, userIdentity, source, value, approach);
  }

  public CheckRequest withApproach(Approach value) {
    return copy(calledAe, callingAe, timeouts, tls, userIdentity, source, probesTls, value);
  }

  private CheckRequest copy(
      AeTitle called,
      AeTitle calling,
      Timeouts times,
      @Nullable TlsSettings newTls,
      @Nullable UserIdentity identity,
      @Nullable String from,
      boolean probing,
      Approach by) {
    return new CheckRequest(
        peerId, name, called, calling, host, port, times, newTls, identity, from, probing, by);
  }

  /** Whether a proxy connects us, so that what we are connected to is not the peer. */
  public boolean isByProxy() {
    return approach.proxy() != null;
  }

  /** Whether the peer is to be spoken to over TLS. */
  public boolean isTls() {
    return tls != null;
  }

  /** Host and port as people write them; an IPv6 address in brackets. */
  public String address() {
    return AddressText.of(host, port);
  }
}
