package org.echolot.peers.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.echolot.peers.Peer;

/** Brings what a list says of a peer together with what we have. */
final class PeerMerge {

  private PeerMerge() {}

  /**
   * What the list says otherwise.
   *
   * @param withName whether its name counts
   */
  static List<PeerField> differences(
      Peer ours, Peer theirs, Set<PeerField> stated, boolean withName) {
    return EnumSet.allOf(PeerField.class).stream()
        .filter(stated::contains)
        .filter(field -> field != PeerField.NAME || withName)
        .filter(field -> !field.isSame(ours, theirs))
        // Where TLS is switched off, its settings go with it.
        .filter(
            field ->
                field != PeerField.TLS_SETTINGS || (ours.tls() != null && theirs.tls() != null))
        .toList();
  }

  /** Ours, with these fields of theirs. */
  static Peer merged(Peer ours, Peer theirs, List<PeerField> fields) {
    boolean takesTls = fields.contains(PeerField.TLS) || fields.contains(PeerField.TLS_SETTINGS);
    return new Peer(
        ours.id(),
        (fields.contains(PeerField.NAME) ? theirs : ours).name(),
        (fields.contains(PeerField.CALLED_AE) ? theirs : ours).calledAe(),
        (fields.contains(PeerField.HOST) ? theirs : ours).host(),
        (fields.contains(PeerField.PORT) ? theirs : ours).port(),
        (fields.contains(PeerField.CALLING_AE) ? theirs : ours).callingAe(),
        (fields.contains(PeerField.TAGS) ? theirs : ours).tags(),
        (fields.contains(PeerField.NOTES) ? theirs : ours).notes(),
        (fields.contains(PeerField.TIMEOUTS) ? theirs : ours).timeouts(),
        (takesTls ? theirs : ours).tls(),
        (fields.contains(PeerField.USER_IDENTITY) ? theirs : ours).userIdentity(),
        (fields.contains(PeerField.SOURCE) ? theirs : ours).source(),
        (fields.contains(PeerField.WATCH) ? theirs : ours).watch(),
        (fields.contains(PeerField.PROXY) ? theirs : ours).proxy(),
        (fields.contains(PeerField.UNKNOWN) ? theirs : ours).raw());
  }
}
