package org.echolot.monitor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.AeAddress;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/**
 * The peers that monitors may ask for.
 *
 * @param folder where the relative paths of the book's peers start
 * @param anyTarget whether targets that are not in the book may be probed, and any AE title be
 *     used: who can reach us may then call any host and port from this computer
 */
public record KnownPeers(PeerBook book, Path folder, boolean anyTarget) {

  /**
   * What a check of the target asks.
   *
   * @throws RefusedException if there is no such target, or it may not be asked for
   */
  CheckRequest request(ProbeQuery query) throws RefusedException {
    CheckRequest request = found(query.target());
    AeTitle calling = query.calling();
    if (calling == null || calling.equals(request.callingAe())) {
      return request;
    }
    if (!anyTarget) {
      throw new RefusedException(
          403,
          "Only the peer's own calling AE title may be used, unless Echolot is started with"
              + " --probe-any.");
    }
    return CheckRequest.of(
            request.peerId(),
            request.name(),
            request.calledAe(),
            calling,
            request.host(),
            request.port())
        .withTimeouts(request.timeouts())
        .withTls(request.tls())
        .withUserIdentity(request.userIdentity())
        .withSource(request.source());
  }

  private CheckRequest found(String target) throws RefusedException {
    Optional<Peer> named =
        book.find(target)
            .or(() -> parsed(target).flatMap(address -> of(address).stream().findFirst()));
    if (named.isPresent()) {
      return book.requestFor(named.get(), folder);
    }
    AeAddress address;
    try {
      address = AeAddress.parse(target);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          400, "No peer has this name, and it is no AET@host:port: " + e.getMessage());
    }
    if (!anyTarget) {
      throw new RefusedException(
          403,
          "This target is not in the peers file; other targets are probed only if Echolot is"
              + " started with --probe-any.");
    }
    return CheckRequest.of(
        target, address.calledAe(), book.callingAe(), address.host(), address.port());
  }

  private static Optional<AeAddress> parsed(String target) {
    try {
      return Optional.of(AeAddress.parse(target));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private List<Peer> of(AeAddress address) {
    return book.peers().stream().filter(address::isOf).toList();
  }

  /**
   * What a monitor is to ask for to have this peer checked: its address, or its name if another
   * peer is reached in the same way.
   */
  String targetOf(Peer peer) {
    AeAddress address = new AeAddress(peer.calledAe(), peer.host(), peer.port());
    return of(address).size() == 1 ? address.toString() : peer.name();
  }
}
