package org.echolot.peers;

import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;

/**
 * A remote AE that the user keeps. Immutable and valid; what a user types is a {@link PeerDraft}
 * until it is.
 *
 * @param name what the user calls it; unique in its book, compared without regard to case
 * @param callingAe the AE title to come as; null: the book's
 * @param tls null: plain
 * @param raw what it was read from
 */
public record Peer(
    String name,
    AeTitle calledAe,
    String host,
    int port,
    @Nullable AeTitle callingAe,
    List<String> tags,
    String notes,
    PeerTimeouts timeouts,
    @Nullable PeerTls tls,
    @Nullable PeerUserIdentity userIdentity,
    RawFields raw) {

  /**
   * Surrounding white space of the name and host, and the brackets of an IPv6 address, are not
   * kept.
   *
   * @throws IllegalArgumentException if the name, host, port or a tag can't be; the message says in
   *     plain words what is wrong
   */
  public Peer {
    requireNoFault(PeerRules.nameFault(name));
    requireNoFault(HostText.faultOf(host));
    requireNoFault(PeerRules.portFault(port));
    requireNoFault(PeerRules.tagsFault(tags));
    name = name.strip();
    host = HostText.normalized(host);
    tags = List.copyOf(tags);
  }

  /** A plain peer with nothing but what is required. */
  public static Peer of(String name, AeTitle calledAe, String host, int port) {
    return new Peer(
        name,
        calledAe,
        host,
        port,
        null,
        List.of(),
        "",
        PeerTimeouts.DEFAULT,
        null,
        null,
        RawFields.NONE);
  }

  public Peer withName(String value) {
    return new Peer(
        value, calledAe, host, port, callingAe, tags, notes, timeouts, tls, userIdentity, raw);
  }

  Peer withRaw(RawFields value) {
    return new Peer(
        name, calledAe, host, port, callingAe, tags, notes, timeouts, tls, userIdentity, value);
  }

  private static void requireNoFault(@Nullable String fault) {
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }
}
