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

  public Peer {
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
}
