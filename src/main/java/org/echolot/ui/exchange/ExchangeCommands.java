package org.echolot.ui.exchange;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.echolot.concurrent.Threads;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.ImportPlan;
import org.echolot.peers.exchange.ListContent;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.ExchangeAction;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;

/**
 * Carries out what the user asks for with lists of other systems: from files, the clipboard, or
 * dropped on the window. To be used on the FX thread; files are read and written on another.
 */
public final class ExchangeCommands {

  /**
   * What the window lends.
   *
   * @param disk a thread for files
   * @param fx back onto the FX thread, where dialogs can wait
   * @param message takes a sentence for the status bar
   * @param saved the same on a file that was saved
   * @param show selects rows in the list
   */
  public record Surroundings(
      Executor disk,
      Executor fx,
      Consumer<String> message,
      BiConsumer<String, Path> saved,
      Consumer<List<PeerRow>> show) {}

  private final Window owner;
  private final PeersModel peers;
  private final Surroundings around;
  private final OrthancModel orthanc;

  public ExchangeCommands(Window owner, PeersModel peers, Surroundings around) {
    this.owner = owner;
    this.peers = peers;
    this.around = around;
    this.orthanc = new OrthancModel(around.fx());
  }

  public Deed deed(ExchangeAction action) {
    return switch (action) {
      case IMPORT -> Deed.when(peers.editableProperty(), this::importFile);
      case EXPORT -> Deed.when(peers.loadedProperty(), this::export);
      case IMPORT_ORTHANC -> Deed.when(peers.editableProperty(), this::importFromOrthanc);
      case PASTE -> Deed.when(peers.editableProperty(), this::paste);
    };
  }

  /** Takes files and text that are dropped on a part of the window. */
  public void takeDrops(Node target) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          Dragboard board = event.getDragboard();
          if (peers.editableProperty().get() && (board.hasFiles() || board.hasString())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          Dragboard board = event.getDragboard();
          boolean taken = peers.editableProperty().get();
          if (taken && board.hasFiles()) {
            List<Path> files = board.getFiles().stream().map(File::toPath).toList();
            around.fx().execute(() -> files.forEach(this::importFrom));
          } else if (taken && board.hasString()) {
            String text = board.getString();
            around.fx().execute(() -> importText(text));
          }
          event.setDropCompleted(taken);
          event.consume();
        });
  }

  private void importFile() {
    FileQuestions.of(owner)
        .open(owner, "Import peers", null, List.of())
        .ifPresent(this::importFrom);
  }

  /** Reads the modalities of a running Orthanc, and imports them if the user agrees. */
  private void importFromOrthanc() {
    OrthancDialog.show(
        owner,
        orthanc,
        list ->
            propose(
                ImportPlan.of(peers.book(), list), "Orthanc at " + orthanc.urlProperty().get()));
  }

  /** Shows what a file holds, and imports it if the user agrees. */
  public void importFrom(Path file) {
    String name = String.valueOf(file.getFileName());
    inBackground(
        () -> {
          try {
            return ListContent.ofFile(file);
          } catch (IOException e) {
            throw new UnreadableListException(FileFaults.words(e));
          }
        },
        name);
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (Clipboard.getSystemClipboard().hasFiles()) {
      Clipboard.getSystemClipboard().getFiles().forEach(file -> importFrom(file.toPath()));
    } else if (text == null || text.isBlank()) {
      around.message().accept("The clipboard has no text.");
    } else {
      importText(text);
    }
  }

  private void importText(String text) {
    inBackground(() -> ListContent.ofText(text), "the clipboard");
  }

  private void inBackground(Callable<ListContent> source, String name) {
    PeerBook book = peers.book();
    around
        .disk()
        .execute(
            () -> {
              Runnable next;
              try {
                ImportPlan plan = ImportPlan.of(book, PeerListFormat.readAny(source.call()));
                next = () -> propose(plan, name);
              } catch (UnreadableListException e) {
                next = () -> refuse(name, String.valueOf(e.getMessage()));
              } catch (IOException e) {
                next = () -> refuse(name, e.toString());
              } catch (Exception e) {
                Threads.tellFault(e);
                next = () -> refuse(name, e.toString());
              }
              around.fx().execute(next);
            });
  }

  private void refuse(String name, String why) {
    ExchangeDialogs.showRefused(owner, name, why);
  }

  private void propose(ImportPlan plan, String name) {
    ImportModel model = new ImportModel(plan);
    if (ImportDialog.ask(owner, name, model) && peers.editableProperty().get()) {
      List<PeerRow> taken = peers.take(model.applied(peers.book()));
      around.show().accept(taken);
      around
          .message()
          .accept(
              "Imported "
                  + (taken.size() == 1 ? "1 peer" : taken.size() + " peers")
                  + " from "
                  + name
                  + ".");
    }
  }

  private void export() {
    if (peers.book().peers().isEmpty()) {
      around.message().accept("There are no peers to export.");
      return;
    }
    ExchangeDialogs.askFormat(owner, peers.book())
        .ifPresent(
            export ->
                ExchangeDialogs.askTarget(owner, export.format())
                    .ifPresent(file -> write(export, file)));
  }

  private void write(PeerExport export, Path file) {
    Supplier<Runnable> work =
        () -> {
          try {
            new AtomicFile(file, FileSteps.REAL)
                .write(export.text().getBytes(StandardCharsets.UTF_8));
            String words =
                "Exported "
                    + (export.written() == 1 ? "1 peer" : export.written() + " peers")
                    + " to "
                    + file
                    + ".";
            return () -> around.saved().accept(words, file);
          } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return () -> around.message().accept(why);
          }
        };
    around
        .disk()
        .execute(
            () -> {
              Runnable told = work.get();
              around.fx().execute(told);
            });
  }
}
