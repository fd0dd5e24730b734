package org.echolot.peers.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerRules;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what two people made of one book. A peer that only one of them changed, added,
 * moved or deleted is as that one has it. Where both changed the same peer in different ways, they
 * collide.
 */
public final class PeersMerge {

  /**
   * One peer that both have changed.
   *
   * @param mine null: deleted here
   * @param theirs null: deleted there
   */
  public record Collision(@Nullable Peer mine, @Nullable Peer theirs) {

    /** What it is called, here if it is here. */
    public String name() {
      return mine == null ? Objects.requireNonNull(theirs).name() : mine.name();
    }
  }

  private final PeerBook base;
  private final PeerBook mine;
  private final PeerBook theirs;
  private final Map<UUID, Peer> inBase;
  private final Map<UUID, Peer> inMine;
  private final Map<UUID, Peer> inTheirs;
  private final List<Collision> collisions = new ArrayList<>();
  private final PeerBook merged;

  /**
   * Whoever asks for the book looks at {@link #collides} first.
   *
   * @param base what both had before
   */
  public PeersMerge(PeerBook base, PeerBook mine, PeerBook theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    inBase = byId(base);
    inMine = byId(mine);
    inTheirs = byId(theirs);
    merged = merge();
  }

  private static Map<UUID, Peer> byId(PeerBook book) {
    Map<UUID, Peer> peers = new LinkedHashMap<>();
    book.peers().forEach(peer -> peers.put(peer.id(), peer));
    return peers;
  }

  /** Peers that both have changed, in different ways. */
  public List<Collision> collisions() {
    return List.copyOf(collisions);
  }

  /** Whether something can't be as both want it: a peer, or the AE title for all peers. */
  public boolean collides() {
    return !collisions.isEmpty() || callingAe().isEmpty();
  }

  /** Both together. Where they collide it is as mine has it. */
  public PeerBook book() {
    return merged;
  }

  private PeerBook merge() {
    Map<UUID, Peer> peers = new HashMap<>();
    Set<UUID> all = new HashSet<>(inMine.keySet());
    all.addAll(inTheirs.keySet());
    for (UUID id : all) {
      Peer peer = merged(inBase.get(id), inMine.get(id), inTheirs.get(id));
      if (peer != null) {
        peers.put(id, peer);
      }
    }
    List<Peer> ordered = new ArrayList<>();
    Map<String, Peer> names = new HashMap<>();
    for (UUID id : order()) {
      Peer peer = peers.get(id);
      if (peer != null) {
        Peer other = names.putIfAbsent(PeerRules.key(peer.name()), peer);
        if (other == null) {
          ordered.add(peer);
        } else {
          boolean otherIsMine = other.equals(inMine.get(other.id()));
          collisions.add(otherIsMine ? new Collision(other, peer) : new Collision(peer, other));
        }
      }
    }
    return new PeerBook(
        callingAe().orElse(mine.callingAe()), ordered, theirs.unread(), theirs.raw());
  }

  private Optional<AeTitle> callingAe() {
    if (mine.callingAe().equals(theirs.callingAe()) || mine.callingAe().equals(base.callingAe())) {
      return Optional.of(theirs.callingAe());
    }
    return theirs.callingAe().equals(base.callingAe())
        ? Optional.of(mine.callingAe())
        : Optional.empty();
  }

  private @Nullable Peer merged(
      @Nullable Peer before, @Nullable Peer ofMine, @Nullable Peer ofTheirs) {
    if (Objects.equals(ofMine, ofTheirs) || Objects.equals(ofMine, before)) {
      return ofTheirs;
    }
    if (!Objects.equals(ofTheirs, before)) {
      collisions.add(new Collision(ofMine, ofTheirs));
    }
    return ofMine;
  }

  /** All IDs: in the order of whoever moved some, those that only the other has where they fit. */
  private List<UUID> order() {
    boolean theirsMoved = !common(inTheirs).equals(common(inBase));
    List<UUID> order = new ArrayList<>(theirsMoved ? inTheirs.keySet() : inMine.keySet());
    List<UUID> other = List.copyOf(theirsMoved ? inMine.keySet() : inTheirs.keySet());
    Set<UUID> placed = new HashSet<>(order);
    int at = 0;
    for (UUID id : other) {
      if (placed.add(id)) {
        order.add(at++, id);
      } else {
        at = order.indexOf(id) + 1;
      }
    }
    return order;
  }

  /** Those that are in base and in theirs, in the order of {@code peers}. */
  private List<UUID> common(Map<UUID, Peer> peers) {
    return peers.keySet().stream()
        .filter(id -> inBase.containsKey(id) && inTheirs.containsKey(id))
        .toList();
  }
}
