package org.echolot.ui.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.echolot.capture.Recording;
import org.echolot.check.CheckResult;
import org.echolot.check.IdOfName;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.file.PeerStore;

/** Peers of tests, and what is in their file. */
public final class Book {

  private Book() {}

  static Peer peer(String name) {
    return Peer.of(name, new AeTitle("CT1"), "10.1.2.3", 104);
  }

  static Peer peer(String name, String calledAe, String host, int port) {
    return Peer.of(name, new AeTitle(calledAe), host, port);
  }

  /** The peer as somebody changed it. */
  public static Peer edited(Peer peer, String name, String calledAe, String host, int port) {
    return of(peer.id(), name, calledAe, host, port);
  }

  private static Peer of(UUID id, String name, String calledAe, String host, int port) {
    return new Peer(
        id,
        name,
        new AeTitle(calledAe),
        host,
        port,
        null,
        List.of(),
        "",
        PeerTimeouts.DEFAULT,
        null,
        null,
        null,
        RawFields.NONE);
  }

  /**
   * Writes a file with peers of these names, as another program would; those of a name, whatever
   * its case, are the same peer each time.
   */
  static void write(Path file, String... names) throws IOException {
    PeerBook book = PeerBook.EMPTY;
    for (String name : names) {
      book = book.withAdded(written(name));
    }
    Path other = file.resolveSibling("other.json");
    new PeerStore(other).saveAnyway(book);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The peer that {@link #write} writes under that name. */
  static Peer written(String name) {
    return of(IdOfName.of("test", name.toLowerCase(Locale.ROOT)), name, "CT1", "10.1.2.3", 104);
  }

  /** A check of a peer ended of which nothing is known but its result. */
  static void ended(PeerRow row, CheckResult result) {
    row.checkEnded(result, Recording.EMPTY);
  }

  /** The names in the file, in order. */
  static List<String> namesIn(Path file) throws IOException {
    return new PeerStore(file).read().book().names();
  }

  static List<String> names(List<PeerRow> rows) {
    return rows.stream().map(row -> row.peer().name()).toList();
  }
}
