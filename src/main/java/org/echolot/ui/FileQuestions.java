package org.echolot.ui;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The system's dialogs that ask for files. They begin in the folder where the user chose a file
 * last, in whatever dialog of the window. To be used on the FX thread.
 */
public final class FileQuestions {

  /** Asks the user; null where the user thinks better of it. */
  public interface Asker {
    @Nullable File ask(FileChooser chooser, Window owner);
  }

  private static final Object KEY = FileQuestions.class;

  private final Asker open;
  private final Asker save;
  private String lastFolder;

  /**
   * @param lastFolder where a file was chosen last; empty: nowhere
   */
  public FileQuestions(String lastFolder) {
    this(lastFolder, FileChooser::showOpenDialog, FileChooser::showSaveDialog);
  }

  /** The same with other dialogs. */
  public FileQuestions(String lastFolder, Asker open, Asker save) {
    this.lastFolder = lastFolder;
    this.open = open;
    this.save = save;
  }

  /** Has a window, and all that it owns, ask by this. */
  public void serve(Window window) {
    window.getProperties().put(KEY, this);
  }

  /** What asks for a window, or for the one that owns it. */
  public static FileQuestions of(Window window) {
    for (Window at = window; at != null; at = at instanceof Stage s ? s.getOwner() : null) {
      if (at.getProperties().get(KEY) instanceof FileQuestions found) {
        return found;
      }
    }
    return new FileQuestions("");
  }

  /** Where a file was chosen last; empty: nowhere. */
  public String lastFolder() {
    return lastFolder;
  }

  /**
   * Asks for a file that is there.
   *
   * @param first the folder to begin in if none was used before; null: the system says
   * @param filters the kinds of file to choose among; empty: any
   * @return nothing where the user thinks better of it
   */
  public Optional<Path> open(
      Window owner, String title, @Nullable Path first, List<ExtensionFilter> filters) {
    FileChooser chooser = chooser(title, first);
    chooser.getExtensionFilters().setAll(filters);
    return answered(open.ask(chooser, owner));
  }

  /**
   * Asks for a file to save to. A name without the ending of any kind gets that of the chosen one.
   *
   * @param filters the kinds of file to choose among, each with one ending; empty: any
   * @return nothing where the user thinks better of it
   */
  public Optional<Path> save(
      Window owner, String title, String proposedName, List<ExtensionFilter> filters) {
    FileChooser chooser = chooser(title, null);
    chooser.setInitialFileName(proposedName);
    chooser.getExtensionFilters().setAll(filters);
    return answered(save.ask(chooser, owner))
        .map(
            file ->
                filters.isEmpty()
                    ? file
                    : withEnding(file, filters, chooser.getSelectedExtensionFilter()));
  }

  private FileChooser chooser(String title, @Nullable Path first) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    // One that is gone, or was never named, is left to the system.
    File last = new File(lastFolder);
    if (!lastFolder.isEmpty() && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    } else if (first != null && first.toFile().isDirectory()) {
      chooser.setInitialDirectory(first.toFile());
    }
    return chooser;
  }

  private Optional<Path> answered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    lastFolder = Optional.ofNullable(chosen.getAbsoluteFile().getParent()).orElse("");
    try {
      return Optional.of(chosen.toPath());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /**
   * The file with the ending of what is to be saved: its own where that is one of {@code filters}.
   *
   * @param chosen the kind that the user chose; null: the first one
   */
  public static Path withEnding(
      Path file, List<ExtensionFilter> filters, @Nullable ExtensionFilter chosen) {
    String name = String.valueOf(file.getFileName());
    boolean hasOne =
        filters.stream().anyMatch(f -> name.toLowerCase(Locale.ROOT).endsWith(endingOf(f)));
    return hasOne
        ? file
        : file.resolveSibling(name + endingOf(chosen == null ? filters.getFirst() : chosen));
  }

  /** Such as {@code .zip}. */
  private static String endingOf(ExtensionFilter filter) {
    return filter.getExtensions().getFirst().substring(1);
  }
}
