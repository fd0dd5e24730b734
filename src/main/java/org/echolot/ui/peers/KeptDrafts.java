package org.echolot.ui.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft;

/**
 * What was typed in the editor and neither saved nor discarded: one draft of a new peer, and one of
 * each peer that was edited. They are kept until Echolot is closed. To be used on the FX thread.
 */
public final class KeptDrafts {

  /** The most; the oldest goes first. */
  private static final int MOST = 50;

  private final SequencedMap<Optional<UUID>, PeerDraft> drafts = new LinkedHashMap<>();

  private static Optional<UUID> key(PeerDraft draft) {
    return draft.original().map(Peer::id);
  }

  /** Keeps a draft, in the place of one of the same peer. */
  void keep(PeerDraft draft) {
    drafts.remove(key(draft));
    drafts.put(key(draft), draft);
    if (drafts.size() > MOST) {
      Map.Entry<Optional<UUID>, PeerDraft> _ = drafts.pollFirstEntry();
    }
  }

  /** What was kept of the peer that {@code start} edits, or of a new one. */
  Optional<PeerDraft> like(PeerDraft start) {
    return Optional.ofNullable(drafts.get(key(start)));
  }

  /** It was saved, or discarded. */
  void forget(PeerDraft draft) {
    drafts.remove(key(draft));
  }
}
