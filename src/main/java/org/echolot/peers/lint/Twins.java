package org.echolot.peers.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/**
 * Peers that have something in common which peers seldom have.
 *
 * @param byPeer the hints for each, by its ID
 */
record Twins(Map<UUID, List<Hint>> byPeer) {

  static Twins of(PeerBook book) {
    Map<String, List<Peer>> byTitle = new LinkedHashMap<>();
    Map<String, List<Peer>> byPlace = new LinkedHashMap<>();
    for (Peer peer : book.peers()) {
      String place = peer.hostAndPort().toLowerCase(Locale.ROOT);
      byTitle.computeIfAbsent(peer.calledAe().value(), _ -> new ArrayList<>()).add(peer);
      byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(peer);
    }
    Map<UUID, List<Hint>> twins = new HashMap<>();
    byPlace.values().forEach(same -> samePlace(same, twins));
    byTitle.values().forEach(same -> sameTitle(same, twins));
    return new Twins(twins);
  }

  List<Hint> of(Peer peer) {
    return byPeer.getOrDefault(peer.id(), List.of());
  }

  /** Each is compared with the first, so that many of them make no more than one hint each. */
  private static void samePlace(List<Peer> same, Map<UUID, List<Hint>> twins) {
    Peer first = same.getFirst();
    for (Peer peer : same.subList(1, same.size())) {
      boolean isAlike = peer.isReachedLike(first);
      if (isAlike) {
        add(
            twins,
            peer,
            HintKind.SAME_PEER_TWICE,
            "It is called in the same way as \"" + first.name() + "\".");
      } else if (!peer.calledAe().equals(first.calledAe())) {
        add(
            twins,
            peer,
            HintKind.SAME_HOST_AND_PORT,
            String.format(
                Locale.ROOT,
                "%s is also the host and port of \"%s\", which has the AE title %s. One of the"
                    + " two may be out of date.",
                peer.hostAndPort(),
                first.name(),
                first.calledAe()));
      }
    }
  }

  private static void sameTitle(List<Peer> same, Map<UUID, List<Hint>> twins) {
    Peer first = same.getFirst();
    for (Peer peer : same.subList(1, same.size())) {
      if (!peer.host().equalsIgnoreCase(first.host())) {
        add(
            twins,
            peer,
            HintKind.SAME_AE_ON_TWO_HOSTS,
            String.format(
                Locale.ROOT,
                "The AE title %s is also that of \"%s\" at %s. An AE title should be used once"
                    + " in a hospital: a system that stores to it may reach the wrong one.",
                peer.calledAe(),
                first.name(),
                first.hostAndPort()));
      }
    }
  }

  private static void add(Map<UUID, List<Hint>> twins, Peer peer, HintKind kind, String text) {
    twins
        .computeIfAbsent(peer.id(), _ -> new ArrayList<>())
        .add(new Hint(peer.id(), peer.name(), kind, text));
  }
}
