package org.echolot.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.peers.Peer;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.PeersMerge;
import org.echolot.ui.main.Notice.Kind;
import org.echolot.ui.main.Notice.Offer;
import org.echolot.ui.peers.PeerFile.Trouble;
import org.echolot.ui.peers.PeersModel;

/** The notice for what is wrong with the peers file, with what can be done about it. */
final class FileNotice {

  private static final int MOST_SHOWN = 3;

  private FileNotice() {}

  static Notice of(Trouble trouble, PeersModel peers) {
    Offer dismiss = new Offer("notice-dismiss", "OK", peers.file()::dismissTrouble);
    Offer reload = new Offer("notice-reload", "Read it again", peers::load);
    return switch (trouble) {
      case Trouble.Broken(String problem, var keptAs) ->
          new Notice(
              Kind.DANGER,
              String.format(
                  Locale.ROOT,
                  "The peers file could not be read: %s. It is kept as %s, and nothing of it is"
                      + " lost. Correct it there, rename it back, and read it again.",
                  problem,
                  keptAs),
              List.of(reload, dismiss));
      case Trouble.Unread(var file, List<UnreadPeer> unread) ->
          new Notice(Kind.WARNING, unreadText(file, unread), List.of(reload, dismiss));
      case Trouble.Newer(var file, int version) ->
          new Notice(
              Kind.WARNING,
              String.format(
                  Locale.ROOT,
                  "%s is from a newer version of Echolot (version %d of the format). Its peers can"
                      + " be checked but not changed, so that nothing of it is lost.",
                  file,
                  version),
              List.of());
      case Trouble.ChangedMeanwhile(var file, List<PeersMerge.Collision> collisions) ->
          new Notice(
              Kind.DANGER,
              changedText(file, collisions),
              List.of(
                  new Offer("notice-reload", "Read it, and keep mine beside it", peers::load),
                  new Offer(
                      "notice-overwrite",
                      "Overwrite it, and keep theirs beside it",
                      peers::saveAnyway)));
      case Trouble.CantRead(String problem) ->
          new Notice(
              Kind.DANGER,
              String.format(
                  Locale.ROOT,
                  "The peers file can't be read: %s. Echolot will not overwrite it.",
                  problem),
              List.of(reload));
      case Trouble.CantSave(String problem) ->
          new Notice(
              Kind.DANGER,
              String.format(Locale.ROOT, "Not saved: %s.", problem),
              List.of(new Offer("notice-save-again", "Try again", peers::saveAgain), dismiss));
    };
  }

  private static String unreadText(Path file, List<UnreadPeer> unread) {
    String shown =
        unread.stream()
            .limit(MOST_SHOWN)
            .map(peer -> "line " + peer.line() + ", " + peer.fault())
            .collect(Collectors.joining("; "));
    int more = unread.size() - MOST_SHOWN;
    return String.format(
        Locale.ROOT,
        "%s in %s could not be read and %s not in the list: %s%s. Echolot leaves %s in the file as"
            + " %s. Correct it with a text editor, and read it again.",
        unread.size() == 1 ? "1 peer" : unread.size() + " peers",
        file,
        unread.size() == 1 ? "is" : "are",
        shown,
        more > 0 ? "; and " + more + " more" : "",
        unread.size() == 1 ? "it" : "them",
        unread.size() == 1 ? "it is" : "they are");
  }

  private static String changedText(Path file, List<PeersMerge.Collision> collisions) {
    if (collisions.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "Not saved: another program has changed or deleted %s since Echolot read it.",
          file);
    }
    int more = collisions.size() - MOST_SHOWN;
    return String.format(
        Locale.ROOT,
        "Not saved: somebody else has changed the same %s in %s. %s%s",
        collisions.size() == 1 ? "peer" : "peers",
        file,
        collisions.stream()
            .limit(MOST_SHOWN)
            .map(FileNotice::bothVersions)
            .collect(Collectors.joining(" ")),
        more > 0 ? " And " + more + " more." : "");
  }

  /** Both versions of a peer, by that in which they differ. */
  private static String bothVersions(PeersMerge.Collision collision) {
    Peer mine = collision.mine();
    Peer theirs = collision.theirs();
    String here = mine == null ? "deleted" : mine.name() + " " + mine.address();
    String there = theirs == null ? "deleted" : theirs.name() + " " + theirs.address();
    return here.equals(there)
        ? String.format(Locale.ROOT, "\"%s\" differs in its settings.", collision.name())
        : String.format(
            Locale.ROOT, "\"%s\": here %s, in the file %s.", collision.name(), here, there);
  }
}
