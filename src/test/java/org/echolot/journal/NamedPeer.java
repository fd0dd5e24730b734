package org.echolot.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Peers as sources of lines, for tests: the same name is the same peer. */
public final class NamedPeer {

  private NamedPeer() {}

  public static LineSource of(String name) {
    return new LineSource.OfPeer(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
  }
}
