package org.echolot.peers.exchange;

import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeersText;

/** Our own file, whole. */
final class EcholotWriter implements ListWriter {

  @Override
  public String write(PeerBook book) {
    return PeersText.write(book);
  }
}
