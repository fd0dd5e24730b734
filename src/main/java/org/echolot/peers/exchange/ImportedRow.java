package org.echolot.peers.exchange;

import java.util.Set;
import org.echolot.peers.Peer;

/** One entry of somebody's list, in the list's order. Immutable. */
public sealed interface ImportedRow {

  /** Where it is in the list, for people: {@code line 12}. */
  String place();

  /**
   * A peer.
   *
   * @param peer with a new ID, unless the list has one; what the list does not say is the default
   * @param stated what the list says of it
   */
  record Read(String place, Peer peer, Set<PeerField> stated) implements ImportedRow {
    public Read {
      stated = Set.copyOf(stated);
    }
  }

  /** An entry that should be a peer and can't be read, and why. */
  record Unreadable(String place, String reason) implements ImportedRow {}

  /** An entry that is right where it is, but no peer to call, and why. */
  record LeftOut(String place, String reason) implements ImportedRow {}
}
