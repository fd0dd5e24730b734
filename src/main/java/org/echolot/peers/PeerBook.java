package org.echolot.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;

/**
 * All peers that a user keeps, in the user's order, and the AE title to come as where a peer has
 * none of its own. Immutable; IDs are unique, and so are names without regard to case.
 *
 * @param unread the entries of its file that are no peers, in the file's order
 * @param raw what it was read from
 */
public record PeerBook(
    AeTitle callingAe, List<Peer> peers, List<UnreadPeer> unread, RawFields raw) {

  private static final Pattern NUMBERED = Pattern.compile("(.*\\S) \\(\\d{1,9}\\)");

  /** The AE title to come as where nobody chose. */
  public static final AeTitle DEFAULT_CALLING_AE = new AeTitle("ECHOLOT");

  /** No peers. */
  public static final PeerBook EMPTY = new PeerBook(DEFAULT_CALLING_AE, List.of(), RawFields.NONE);

  /**
   * @throws IllegalArgumentException if two peers have the same name or ID
   */
  public PeerBook {
    peers = List.copyOf(peers);
    unread = List.copyOf(unread);
    Set<String> keys = new HashSet<>();
    Set<UUID> ids = new HashSet<>();
    for (Peer peer : peers) {
      if (!ids.add(peer.id())) {
        throw new IllegalArgumentException("There are two peers with the ID " + peer.id() + ".");
      }
      if (!keys.add(PeerRules.key(peer.name()))) {
        throw new IllegalArgumentException("There are two peers named \"" + peer.name() + "\".");
      }
    }
  }

  /**
   * A book of which everything could be read.
   *
   * @throws IllegalArgumentException as above
   */
  public PeerBook(AeTitle callingAe, List<Peer> peers, RawFields raw) {
    this(callingAe, peers, List.of(), raw);
  }

  /** The peer of that name, without regard to case. */
  public Optional<Peer> find(String name) {
    return peers.stream().filter(peer -> hasName(peer, name)).findFirst();
  }

  /**
   * What a check of {@code peer} asks.
   *
   * @param folder where the peer's relative paths start: that of the peers file
   */
  public CheckRequest requestFor(Peer peer, Path folder) {
    AeTitle own = peer.callingAe();
    PeerTls tls = peer.tls();
    PeerUserIdentity userIdentity = peer.userIdentity();
    PeerProxy proxy = peer.proxy();
    return CheckRequest.of(
            peer.id(),
            peer.name(),
            peer.calledAe(),
            own == null ? callingAe : own,
            peer.host(),
            peer.port())
        .withTimeouts(peer.timeouts().over(Timeouts.DEFAULT))
        .withTls(tls == null ? null : tls.settings(folder))
        .withUserIdentity(userIdentity == null ? null : userIdentity.identity())
        .withSource(peer.source())
        .withApproach(proxy == null ? Approach.PLAIN : proxy.approach());
  }

  public List<String> names() {
    return peers.stream().map(Peer::name).toList();
  }

  /**
   * This book with {@code peer} put in at {@code index}.
   *
   * @throws IllegalArgumentException if its name or ID is taken
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public PeerBook withInserted(int index, Peer peer) {
    List<Peer> changed = new ArrayList<>(peers);
    changed.add(index, peer);
    return withPeers(changed);
  }

  /**
   * This book with {@code peer} at the end.
   *
   * @throws IllegalArgumentException if its name or ID is taken
   */
  public PeerBook withAdded(Peer peer) {
    return withInserted(peers.size(), peer);
  }

  /**
   * This book with {@code peer} in the place of what it was, by its ID.
   *
   * @throws NoSuchElementException if there is none of that ID
   * @throws IllegalArgumentException if another peer has the new name
   */
  public PeerBook withReplaced(Peer peer) {
    if (peers.stream().noneMatch(old -> old.id().equals(peer.id()))) {
      throw new NoSuchElementException("There is no peer with the ID " + peer.id() + ".");
    }
    return withPeers(peers.stream().map(old -> old.id().equals(peer.id()) ? peer : old).toList());
  }

  /** This book without the peers of those IDs; IDs that nobody has are ignored. */
  public PeerBook without(Collection<UUID> ids) {
    return withPeers(peers.stream().filter(peer -> !ids.contains(peer.id())).toList());
  }

  /**
   * The same peers, some of them moved to before another one, or after it.
   *
   * @throws IllegalArgumentException if that is one of them, or no peer of this book
   */
  public PeerBook withMoved(List<UUID> ids, UUID beside, boolean after) {
    List<Peer> next = new ArrayList<>(without(ids).peers());
    List<Peer> moved = peers.stream().filter(peer -> ids.contains(peer.id())).toList();
    for (int at = 0; at < next.size(); at++) {
      if (next.get(at).id().equals(beside)) {
        next.addAll(after ? at + 1 : at, moved);
        return withPeers(next);
      }
    }
    throw new IllegalArgumentException("no such peer beside those: " + beside);
  }

  /**
   * The same peers in the order of their IDs in a list. Those that are not in it stay where they
   * are; IDs that nobody has are ignored.
   */
  public PeerBook withOrder(List<UUID> ids) {
    Map<UUID, Peer> known = new LinkedHashMap<>();
    peers.forEach(peer -> known.put(peer.id(), peer));
    Iterator<Peer> ordered =
        ids.stream().distinct().map(known::get).filter(Objects::nonNull).toList().iterator();
    Set<UUID> moved = new HashSet<>(ids);
    return withPeers(
        peers.stream().map(peer -> moved.contains(peer.id()) ? ordered.next() : peer).toList());
  }

  /** This book with another default AE title. */
  public PeerBook withCallingAe(AeTitle value) {
    return new PeerBook(value, peers, unread, raw);
  }

  /** A name like {@code name} that no peer has: itself if it is free, else {@code "CT 1 (2)"}. */
  public String freeName(String name) {
    String stripped = name.strip();
    if (find(stripped).isEmpty()) {
      return stripped;
    }
    Matcher numbered = NUMBERED.matcher(stripped);
    String base = numbered.matches() ? numbered.group(1) : stripped;
    for (int i = 2; ; i++) {
      String suffix = " (" + i + ")";
      int room = Math.min(base.length(), PeerRules.MAX_NAME_LENGTH - suffix.length());
      String candidate = base.substring(0, room) + suffix;
      if (find(candidate).isEmpty()) {
        return candidate;
      }
    }
  }

  private PeerBook withPeers(List<Peer> changed) {
    return new PeerBook(callingAe, changed, unread, raw);
  }

  private static boolean hasName(Peer peer, String name) {
    return PeerRules.key(peer.name()).equals(PeerRules.key(name));
  }
}
