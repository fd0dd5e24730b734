package org.echolot.peers.lint;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTls;
import org.echolot.peers.UnreadPeer;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the saved peers for what is often a mistake. Linear in the number of peers. Looks
 * at files of certificates, and calls nobody: what the host names mean is asked by whoever has the
 * time, of {@link org.echolot.check.run.HostNames}.
 */
public final class PeersLint {

  /** What programs are called until somebody chooses, in upper case, each with its program. */
  private static final Map<String, String> DEFAULT_TITLES =
      Map.ofEntries(
          Map.entry("ANY-SCP", "DCMTK's tools call this where nobody chose"),
          Map.entry("ANYSCP", "some tools call this where nobody chose"),
          Map.entry("STORESCP", "it is the default of DCMTK's storescp"),
          Map.entry("STORESCU", "it is the default of storescu, which does not answer calls"),
          Map.entry("ECHOSCP", "it is the default of pynetdicom's echoscp"),
          Map.entry("ECHOSCU", "it is the default of echoscu, which does not answer calls"),
          Map.entry("FINDSCU", "it is the default of findscu, which does not answer calls"),
          Map.entry("MOVESCU", "it is the default of movescu"),
          Map.entry("GETSCU", "it is the default of getscu, which does not answer calls"),
          Map.entry("QRSCP", "it is the default of pynetdicom's qrscp"),
          Map.entry("DCMQRSCP", "it is the default of dcm4che's dcmqrscp"),
          Map.entry("ORTHANC", "each Orthanc has it until somebody chooses another"),
          Map.entry("DCM4CHEE", "each dcm4chee archive has it until somebody chooses another"),
          Map.entry("CONQUESTSRV1", "each Conquest server has it until somebody chooses another"),
          Map.entry("PYNETDICOM", "each pynetdicom program has it until somebody chooses another"),
          Map.entry("AETITLE", "it is the title in examples"),
          Map.entry("AE_TITLE", "it is the title in examples"),
          Map.entry("MYAETITLE", "it is the title in examples"));

  private static final Map<Integer, String> WEB_PORTS =
      Map.of(
          80, "HTTP",
          443, "HTTPS",
          8000, "HTTP",
          8042, "Orthanc's web interface",
          8043, "HTTPS",
          8080, "HTTP",
          8443, "HTTPS");

  private static final int PLAIN_PORT = 104;
  private static final int TLS_PORT = 2762;

  private final PeerBook book;
  private final Path folder;
  private final Map<String, Answer> names;
  private final List<Hint> hints = new ArrayList<>();

  private PeersLint(PeerBook book, Path folder, Map<String, Answer> names) {
    this.book = book;
    this.folder = folder;
    this.names = names;
  }

  /** The host names of a book that have to be looked up: none of them is an address. */
  public static Set<String> hostNames(PeerBook book) {
    Set<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Peer peer : book.peers()) {
      if (!IpText.isIp(peer.host())) {
        hosts.add(peer.host());
      }
    }
    return hosts;
  }

  /**
   * All hints for a book, in the order of its peers; those on entries that are no peers come first.
   *
   * @param folder where relative paths start: that of the peers file
   * @param names what the host names came to; one that is not there gets no hint
   */
  public static List<Hint> of(PeerBook book, Path folder, Map<String, Answer> names) {
    return new PeersLint(book, folder, names).hints();
  }

  private List<Hint> hints() {
    for (UnreadPeer unread : book.unread()) {
      String name = unread.name();
      hints.add(
          new Hint(
              null,
              name == null ? "peer " + unread.number() : name,
              HintKind.UNREADABLE,
              "Line " + unread.line() + ": " + unread.fault() + "."));
    }
    Twins twins = Twins.of(book);
    for (Peer peer : book.peers()) {
      texts(peer);
      hints.addAll(twins.of(peer));
      title(peer, "called", peer.calledAe(), peer.raw().textAsRead("calledAe"));
      AeTitle own = peer.callingAe();
      if (own != null) {
        title(peer, "calling", own, peer.raw().textAsRead("callingAe"));
      }
      address(peer);
      port(peer);
      files(peer);
    }
    return List.copyOf(hints);
  }

  private void add(Peer peer, HintKind kind, String text) {
    hints.add(new Hint(peer.id(), peer.name(), kind, text));
  }

  private void texts(Peer peer) {
    misleading(peer, "The name", peer.name());
    peer.tags().forEach(tag -> misleading(peer, "The tag \"" + tag + "\"", tag));
  }

  private void misleading(Peer peer, String what, String text) {
    String found = MisleadingText.in(text);
    if (found != null) {
      add(peer, HintKind.CHARACTER_THAT_MISLEADS, what + " has " + found + ".");
    }
  }

  private void title(Peer peer, String which, AeTitle title, @Nullable String asRead) {
    String value = title.value();
    if (!value.equals(value.toUpperCase(Locale.ROOT))) {
      add(
          peer,
          HintKind.AE_IN_LOWER_CASE,
          String.format(
              Locale.ROOT,
              "The %s AE title \"%s\" has lower-case letters. Upper and lower case are different"
                  + " titles, and most systems have theirs in upper case.",
              which,
              value));
    }
    if (asRead != null && asRead.strip().equals(value) && !asRead.equals(value)) {
      add(
          peer,
          HintKind.AE_WITH_SPACES_AROUND,
          String.format(
              Locale.ROOT,
              "The %s AE title is written with spaces around it. They do not count and are not"
                  + " sent; a system that counts them has another title.",
              which));
    }
    String whose = DEFAULT_TITLES.get(value.toUpperCase(Locale.ROOT));
    if (which.equals("called") && whose != null) {
      add(
          peer,
          HintKind.DEFAULT_AE,
          String.format(
              Locale.ROOT, "\"%s\" may not be this peer's own AE title: %s.", value, whose));
    }
  }

  private void address(Peer peer) {
    String host = peer.host();
    if (IpText.isIp(host)) {
      if (host.indexOf('%') < 0 && InetAddress.ofLiteral(host).isAnyLocalAddress()) {
        add(
            peer,
            HintKind.ADDRESS_IS_UNSPECIFIED,
            host
                + " is the address of no computer: programs that listen write it for \"all"
                + " addresses\". Enter the address of the peer.");
      }
      return;
    }
    Answer answer = names.get(host);
    switch (answer) {
      case null -> {}
      case Answer.Unknown _ ->
          add(peer, HintKind.NAME_UNKNOWN, "The name " + host + " has no address here.");
      case Answer.NoAnswer _ ->
          add(
              peer,
              HintKind.NAME_NOT_ANSWERED,
              "No DNS server answered in time what address " + host + " has.");
      case Answer.Found(List<InetAddress> found) -> found(peer, found);
    }
  }

  private void found(Peer peer, List<InetAddress> found) {
    for (InetAddress address : found) {
      String said = peer.host() + " has the address " + AddressText.of(address);
      if (address.isLoopbackAddress() && !HostText.isLocalName(peer.host())) {
        add(peer, HintKind.NAME_IS_LOOPBACK, said + ", which is this computer itself.");
        return;
      }
      if (address.isAnyLocalAddress()) {
        add(peer, HintKind.ADDRESS_IS_UNSPECIFIED, said + ", which is that of no computer.");
        return;
      }
    }
  }

  private void port(Peer peer) {
    String web = WEB_PORTS.get(peer.port());
    if (web != null) {
      add(
          peer,
          HintKind.WEB_PORT,
          "Port "
              + peer.port()
              + " is usually "
              + web
              + ". The DICOM port of the same server is another one.");
    }
    boolean isTls = peer.tls() != null;
    if (isTls && peer.port() == PLAIN_PORT) {
      add(
          peer,
          HintKind.TLS_ON_PLAIN_PORT,
          "Port 104 is registered for DICOM without TLS, and this peer is called with TLS.");
    }
    if (!isTls && peer.port() == TLS_PORT) {
      add(
          peer,
          HintKind.PLAIN_ON_TLS_PORT,
          "Port 2762 is registered for DICOM over TLS, and this peer is called without TLS.");
    }
  }

  private void files(Peer peer) {
    PeerTls tls = peer.tls();
    if (tls != null) {
      file(peer, "file of trusted certificates", tls.trustedCertificates());
      file(peer, "client certificate", tls.clientCertificate());
      file(peer, "private key", tls.clientKey());
    }
  }

  private void file(Peer peer, String what, @Nullable String file) {
    if (file != null && !Files.exists(folder.resolve(file))) {
      add(
          peer,
          HintKind.FILE_MISSING,
          "The " + what + " is not there: " + folder.resolve(file).normalize() + ".");
    }
  }
}
