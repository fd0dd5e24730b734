package org.echolot.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.fleet.watch.Watched;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerWatch;

/** Finds in a peers file whom a watch is to check, and how often. */
final class WatchedPeers {

  private final Given given;
  private final Environment environment;
  private final PeersFile file;

  WatchedPeers(Given given, Environment environment, PeersFile file) {
    this.given = given;
    this.environment = environment;
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws InputException if it can't be read, and is needed
   */
  PeerBook book() throws InputException {
    boolean needed = !given.operands().stream().allMatch(target -> target.contains("@"));
    return file.read(needed || isOfTheBook(), "watch", environment);
  }

  private boolean isOfTheBook() {
    return given.has(WatchOptions.ALL)
        || given.has(WatchOptions.TAG)
        || given.has(Where.OPTION)
        || (given.operands().isEmpty() && !given.has(WatchOptions.SERVE));
  }

  /**
   * Whom to watch.
   *
   * @throws InputException if somebody is named who is not there
   */
  List<Watched> in(PeerBook book) throws InputException {
    Targets targets =
        new Targets(
            file, book, new Targets.Wishes(given.value(Targets.CALLING), null, null, null, true));
    Set<CheckRequest> requests = new LinkedHashSet<>();
    if (given.has(WatchOptions.ALL)) {
      requests.addAll(targets.all());
    }
    for (String tag : given.values(WatchOptions.TAG)) {
      requests.addAll(targets.tagged(tag));
    }
    String where = given.value(Where.OPTION);
    if (where != null) {
      requests.addAll(targets.where(Where.peers(book, where, "watch", environment), where));
    }
    for (String target : given.operands()) {
      requests.add(targets.named(target));
    }
    if (requests.isEmpty()) {
      for (Peer peer : book.peers()) {
        if (peer.watch() != null) {
          requests.add(targets.named(peer.name()));
        }
      }
    }
    List<CheckRequest> all =
        new UserOptions(given)
            .applyTo(new TlsOptions(given).applyTo(List.copyOf(requests), environment.directory()));
    List<Watched> watched = new ArrayList<>();
    for (CheckRequest request : all) {
      watched.add(new Watched(request, interval(book, request.peerId())));
    }
    if (watched.isEmpty() && !given.has(WatchOptions.SERVE)) {
      throw new UsageException(
          "nobody to watch: give AET@host:port, the name of a saved peer, --tag TAG or --all, or"
              + " turn on watching for a saved peer");
    }
    return watched;
  }

  private Duration interval(PeerBook book, UUID peerId) {
    Duration chosen = given.value(WatchOptions.INTERVAL);
    if (chosen != null) {
      return chosen;
    }
    return book.peers().stream()
        .filter(peer -> peer.id().equals(peerId))
        .findFirst()
        .flatMap(peer -> Optional.ofNullable(peer.watch()))
        .orElse(PeerWatch.DEFAULT)
        .interval();
  }
}
