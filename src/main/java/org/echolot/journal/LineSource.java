package org.echolot.journal;

import java.util.UUID;
import org.echolot.check.CheckRequest;

/** Who a journal line is about. A peer that is named "Listener" is a peer all the same. */
public sealed interface LineSource {

  /** Our own SCP, and whoever calls it. */
  LineSource LISTENER = new Part("Listener");

  /** Echolot itself. */
  LineSource PROGRAM = new Part("Echolot");

  /** What Echolot remembers between two starts. */
  LineSource SETTINGS = new Part("Settings");

  /** What it is called before its lines; not escaped. */
  String label();

  /**
   * A peer that is checked. Two are equal if they are of the same peer, whatever it was called.
   *
   * @param id the peer's, which lasts through renames
   * @param label its name when the line was written
   */
  record OfPeer(UUID id, String label) implements LineSource {

    @Override
    public boolean equals(Object other) {
      return other instanceof OfPeer peer && id.equals(peer.id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** A part of Echolot. */
  record Part(String label) implements LineSource {}

  /** The peer of a check. */
  static LineSource of(CheckRequest request) {
    return new OfPeer(request.peerId(), request.name());
  }
}
