package org.echolot.peers;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.echolot.text.IpText;

/**
 * Tells which peer calls us. Pure: no name is looked up.
 *
 * @param peers all that the user keeps
 */
public record KnownCallers(List<Peer> peers) {

  public KnownCallers {
    peers = List.copyOf(peers);
  }

  /**
   * The peer with that AE title and address; where there is none, the only one with the AE title,
   * which may have another address than the saved one; and then the only one with the address.
   *
   * @param callingAe as it is shown; empty where none came
   */
  public Optional<Peer> find(String callingAe, InetAddress from) {
    Predicate<Peer> hasTitle = peer -> peer.calledAe().value().equals(callingAe);
    Predicate<Peer> hasAddress =
        peer -> IpText.isIp(peer.host()) && InetAddress.ofLiteral(peer.host()).equals(from);
    return peers.stream()
        .filter(hasTitle.and(hasAddress))
        .findFirst()
        .or(() -> only(hasTitle))
        .or(() -> only(hasAddress));
  }

  private Optional<Peer> only(Predicate<Peer> wanted) {
    List<Peer> found = peers.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
