package org.echolot.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.PeerStore;
import org.echolot.text.Spelling;
import org.jspecify.annotations.Nullable;

/** Turns what the user named into what is to be checked. */
final class Targets {

  static final Option.Value<AeTitle> CALLING =
      new Option.Value<>(
          "--calling",
          "AET",
          Kind.AE_TITLE,
          "Our calling AE title; default: that of the peer or peers file, or ECHOLOT.");

  private static final int MOST_SIMILAR = 3;

  /**
   * What the user wants for every target; null where it is left to the peer.
   *
   * @param source the address of this computer to call from
   * @param timeout for each stage
   * @param connectTimeout goes before {@code timeout}
   */
  record Wishes(
      @Nullable AeTitle calling,
      @Nullable String source,
      @Nullable Duration timeout,
      @Nullable Duration connectTimeout,
      boolean probesTls) {}

  private final PeersFile file;
  private final PeerBook book;
  private final Wishes wishes;

  /**
   * @param file where {@code book} is from
   */
  Targets(PeersFile file, PeerBook book, Wishes wishes) {
    this.file = file;
    this.book = book;
    this.wishes = wishes;
  }

  /** Finds what was named, for commands that check nothing. */
  static Targets ofThoseNamed(String command, Given given, Environment environment)
      throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    boolean needed = !given.operands().stream().allMatch(target -> target.contains("@"));
    return new Targets(
        file,
        file.read(needed, command, environment),
        new Wishes(given.value(CALLING), null, null, null, true));
  }

  /**
   * All peers of the book.
   *
   * @throws InputException if there are none
   */
  List<CheckRequest> all() throws InputException {
    if (book.peers().isEmpty()) {
      throw new InputException(
          book.unread().isEmpty()
              ? "there are no peers in " + file.path()
              : file.problem(book.unread().getFirst()));
    }
    return book.peers().stream().map(this::of).toList();
  }

  /**
   * The peers with a tag, compared without regard to case.
   *
   * @throws InputException if there are none
   */
  List<CheckRequest> tagged(String tag) throws InputException {
    List<CheckRequest> tagged =
        book.peers().stream()
            .filter(peer -> peer.tags().stream().anyMatch(tag.strip()::equalsIgnoreCase))
            .map(this::of)
            .toList();
    if (tagged.isEmpty()) {
      throw new InputException("no peer in " + file.path() + " has the tag '" + tag + "'");
    }
    return tagged;
  }

  /**
   * Peers that were chosen by words.
   *
   * @throws InputException if there are none
   */
  List<CheckRequest> where(List<Peer> chosen, String words) throws InputException {
    if (chosen.isEmpty()) {
      throw new InputException("no peer in " + file.path() + " fits '" + words + "'");
    }
    return chosen.stream().map(this::of).toList();
  }

  /**
   * A saved peer's name, or {@code AET@host:port}.
   *
   * @throws InputException if it is neither
   */
  CheckRequest named(String target) throws InputException {
    Optional<Peer> exact =
        book.peers().stream().filter(peer -> peer.name().equals(target)).findFirst();
    if (exact.isPresent()) {
      return of(exact.get());
    }
    if (target.contains("@")) {
      Address address = Address.parse(target);
      return wished(
          CheckRequest.of(
              target, address.calledAe(), book.callingAe(), address.host(), address.port()));
    }
    return of(
        book.peers().stream()
            .filter(peer -> peer.name().equalsIgnoreCase(target.strip()))
            .findFirst()
            .orElseThrow(() -> unknown(target)));
  }

  private InputException unknown(String target) {
    for (UnreadPeer unread : book.unread()) {
      if (target.strip().equalsIgnoreCase(unread.name())) {
        return new InputException(file.problem(unread));
      }
    }
    List<String> similar = new ArrayList<>();
    for (String name : book.names()) {
      if (similar.size() < MOST_SIMILAR && isSimilar(name, target)) {
        similar.add("'" + name + "'");
      }
    }
    return new InputException(
        "no peer is named '"
            + target
            + "' in "
            + file.path()
            + (similar.isEmpty()
                ? "; write a peer that is not saved as AET@host:port"
                : "; did you mean " + String.join(", ", similar) + "?"));
  }

  private static boolean isSimilar(String name, String target) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = target.strip().toLowerCase(Locale.ROOT);
    return (!b.isEmpty() && (a.contains(b) || b.contains(a)))
        || Spelling.distance(a, b) <= Math.max(1, b.length() / 4);
  }

  private CheckRequest of(Peer peer) {
    return wished(book.requestFor(peer, PeerStore.folderOf(file.path())));
  }

  private CheckRequest wished(CheckRequest request) {
    CheckRequest wished =
        request
            .withAeTitles(
                request.calledAe(),
                wishes.calling() == null ? request.callingAe() : wishes.calling())
            .withTimeouts(timeouts(request.timeouts()))
            .withTlsProbe(wishes.probesTls());
    return wishes.source() == null ? wished : wished.withSource(wishes.source());
  }

  /** A time for each stage is also one for the lookup; one for the connection is not. */
  private Timeouts timeouts(Timeouts ofPeer) {
    Duration each = wishes.timeout();
    Duration connect = wishes.connectTimeout();
    if (each != null) {
      return new Timeouts(each, connect == null ? each : connect, each, each, each, each);
    }
    return connect == null
        ? ofPeer
        : new Timeouts(connect, ofPeer.tls(), ofPeer.associate(), ofPeer.echo(), ofPeer.release());
  }
}
