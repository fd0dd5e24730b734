package org.echolot.ui.main;

import java.util.List;
import java.util.Locale;
import org.echolot.ui.main.Notice.Kind;
import org.echolot.ui.main.Notice.Offer;
import org.echolot.ui.peers.PeerFile.Trouble;
import org.echolot.ui.peers.PeersModel;

/** The notice for what is wrong with the peers file, with what can be done about it. */
final class FileNotice {

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
      case Trouble.ChangedMeanwhile(var file) ->
          new Notice(
              Kind.DANGER,
              String.format(
                  Locale.ROOT,
                  "Not saved: another program has changed or deleted %s since Echolot read it.",
                  file),
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
}
