package org.echolot.ui.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;

/** Peers of tests, and what is in their file. */
final class Book {

  private Book() {}

  static Peer peer(String name) {
    return Peer.of(name, new AeTitle("CT1"), "10.1.2.3", 104);
  }

  static Peer peer(String name, String calledAe, String host, int port) {
    return Peer.of(name, new AeTitle(calledAe), host, port);
  }

  /** Writes a file with peers of these names, as another program would. */
  static void write(Path file, String... names) throws IOException {
    PeerBook book = PeerBook.EMPTY;
    for (String name : names) {
      book = book.withAdded(peer(name));
    }
    Path other = file.resolveSibling("other.json");
    new PeerStore(other).saveAnyway(book);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The names in the file, in order. */
  static List<String> namesIn(Path file) throws IOException {
    return new PeerStore(file).read().book().names();
  }

  static List<String> names(List<PeerRow> rows) {
    return rows.stream().map(row -> row.peer().name()).toList();
  }
}
