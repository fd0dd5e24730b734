package org.echolot.peers.exchange;

import java.util.List;
import org.echolot.json.JsonWriter;
import org.echolot.peers.Peer;
import org.jspecify.annotations.Nullable;

/** A peer as one of Orthanc's modalities. */
public final class OrthancModality {

  private OrthancModality() {}

  /** Why Orthanc can't have this peer, in one sentence; null if it can. */
  public static @Nullable String obstacle(Peer peer) {
    return OrthancWriter.obstacle(peer);
  }

  /** What Orthanc can call these peers: letters, digits, hyphens and underscores, each once. */
  public static List<String> names(List<Peer> peers) {
    NameInFile names = new NameInFile(NameInFile.ORTHANC);
    return peers.stream().map(peer -> names.of(peer.name())).toList();
  }

  /** Its object, with the fields that we know. */
  public static String json(Peer peer) {
    return JsonWriter.write(OrthancWriter.modality(peer));
  }
}
