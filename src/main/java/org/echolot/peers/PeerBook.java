package org.echolot.peers;

import java.util.List;
import java.util.Optional;
import org.echolot.dicom.pdu.AeTitle;

/**
 * All peers that a user keeps, in the user's order, and the AE title to come as where a peer has
 * none of its own. Immutable; names are unique without regard to case.
 *
 * @param raw what it was read from
 */
public record PeerBook(AeTitle callingAe, List<Peer> peers, RawFields raw) {

  /** The AE title to come as where nobody chose. */
  public static final AeTitle DEFAULT_CALLING_AE = new AeTitle("ECHOLOT");

  /** No peers. */
  public static final PeerBook EMPTY = new PeerBook(DEFAULT_CALLING_AE, List.of(), RawFields.NONE);

  /**
   * @throws IllegalArgumentException if two peers have the same name
   */
  public PeerBook {
    peers = List.copyOf(peers);
  }

  public Optional<Peer> find(String name) {
    throw new UnsupportedOperationException();
  }

  public List<String> names() {
    return peers.stream().map(Peer::name).toList();
  }

  /** This book with {@code peer} put in at {@code index}. */
  public PeerBook withInserted(int index, Peer peer) {
    throw new UnsupportedOperationException();
  }

  /** This book with {@code peer} at the end. */
  public PeerBook withAdded(Peer peer) {
    return withInserted(peers.size(), peer);
  }

  /** This book with {@code peer} in the place of the one named {@code name}. */
  public PeerBook withReplaced(String name, Peer peer) {
    throw new UnsupportedOperationException();
  }

  /** This book without the peers of those names. */
  public PeerBook without(List<String> names) {
    throw new UnsupportedOperationException();
  }

  /** This book with another default AE title. */
  public PeerBook withCallingAe(AeTitle value) {
    return new PeerBook(value, peers, raw);
  }

  /** A name like {@code name} that no peer has: {@code "CT 1 (2)"}. */
  public String freeName(String name) {
    throw new UnsupportedOperationException();
  }
}
