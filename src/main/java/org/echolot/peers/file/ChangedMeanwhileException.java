package org.echolot.peers.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file changed since it was read or saved last, in a way that does not go together with what
 * was to be saved; nothing was written.
 */
public final class ChangedMeanwhileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient List<PeersMerge.Collision> collisions;

  public ChangedMeanwhileException(Path file, List<PeersMerge.Collision> collisions) {
    super(file + " was changed or deleted by another program after Echolot read it");
    this.collisions = List.copyOf(collisions);
  }

  /** The peers that both have changed; empty where the file as a whole can't be merged. */
  public List<PeersMerge.Collision> collisions() {
    return collisions;
  }
}
