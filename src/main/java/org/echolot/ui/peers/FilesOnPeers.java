package org.echolot.ui.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Files that are dragged from elsewhere and let go on a peer. What is not for that peer goes on to
 * the window. On the FX thread.
 */
public final class FilesOnPeers {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("drop-here");

  private BiPredicate<PeerRow, Path> takes = (_, _) -> false;
  private BiConsumer<PeerRow, Path> whenDropped = (_, _) -> {};

  FilesOnPeers() {}

  /**
   * @param takes whether a file is for a peer, by its name alone; asked while it is dragged
   * @param whenDropped what is done with it
   */
  public void onFile(BiPredicate<PeerRow, Path> takes, BiConsumer<PeerRow, Path> whenDropped) {
    this.takes = takes;
    this.whenDropped = whenDropped;
  }

  /** Has files be let go at what a line shows. */
  PeerLine follow(PeerLine line) {
    line.setOnDragOver(event -> over(line, event));
    line.setOnDragExited(_ -> line.pseudoClassStateChanged(HERE, false));
    line.setOnDragDropped(event -> drop(line, event));
    return line;
  }

  private void over(PeerLine line, DragEvent event) {
    if (isFor(line, files(event))) {
      line.pseudoClassStateChanged(HERE, true);
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(PeerLine line, DragEvent event) {
    line.pseudoClassStateChanged(HERE, false);
    List<Path> files = files(event);
    if (isFor(line, files) && line.getItem() instanceof PeerRow row) {
      event.setDropCompleted(take(row, files.getFirst()));
      event.consume();
    }
  }

  /**
   * Lets a file go on a peer.
   *
   * @return whether it is for that peer
   */
  public boolean take(PeerRow row, Path file) {
    boolean taken = takes.test(row, file);
    if (taken) {
      whenDropped.accept(row, file);
    }
    return taken;
  }

  /** One alone: nobody knows which of several was meant. */
  private boolean isFor(PeerLine line, List<Path> files) {
    return files.size() == 1
        && !line.isEmpty()
        && line.getItem() instanceof PeerRow row
        && takes.test(row, files.getFirst());
  }

  private static List<Path> files(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
