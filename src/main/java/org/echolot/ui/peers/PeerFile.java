package org.echolot.ui.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.PeerStore;
import org.jspecify.annotations.Nullable;

/**
 * The peers file as the window sees it: read and saved away from the FX thread, one after the
 * other, with what went wrong kept until it is settled. View model: to be used on the FX thread.
 */
public final class PeerFile {

  /** What stands between the window's peers and the file. */
  public sealed interface Trouble {

    /**
     * The file could not be read as peers.
     *
     * @param keptAs where it is now
     */
    record Broken(String problem, Path keptAs) implements Trouble {}

    /**
     * Some entries of the file are no peers; they stay in it as they are.
     *
     * @param unread at least one
     */
    record Unread(Path file, List<UnreadPeer> unread) implements Trouble {}

    /** The file is from a newer version and can only be looked at. */
    record Newer(Path file, int version) implements Trouble {}

    /** Somebody else changed the file; ours was not saved. */
    record ChangedMeanwhile(Path file) implements Trouble {}

    /** The file is there and can't be read at all. */
    record CantRead(String problem) implements Trouble {}

    /** Ours could not be saved. */
    record CantSave(String problem) implements Trouble {}
  }

  /** A save, in one of its two ways. */
  @FunctionalInterface
  private interface Save {
    void run() throws IOException;
  }

  private final PeerStore store;
  private final Executor disk;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble =
      new ReadOnlyObjectWrapper<>(null);

  /**
   * @param disk runs what reads and writes, one after the other
   * @param fx runs what changes the view model
   */
  public PeerFile(PeerStore store, Executor disk, Executor fx) {
    this.store = store;
    this.disk = disk;
    this.fx = fx;
  }

  /** What is wrong with the file; null if nothing is. */
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  public @Nullable Trouble trouble() {
    return trouble.get();
  }

  /** Whether changes can be saved; they can't where the file is not ours to write. */
  public boolean isWritable() {
    return !(trouble.get() instanceof Trouble.Newer || trouble.get() instanceof Trouble.CantRead);
  }

  /** Whether the last change is not in the file. */
  public boolean hasUnsavedChange() {
    return trouble.get() instanceof Trouble.ChangedMeanwhile
        || trouble.get() instanceof Trouble.CantSave;
  }

  // Commands

  /**
   * Reads the file; {@code then} is called on the FX thread with what it holds. Where the last
   * change is not in the file, what the window has is kept beside it first, or nothing is read.
   *
   * @param inWindow what the window has
   */
  public void load(PeerBook inWindow, Consumer<PeerBook> then) {
    boolean isUnsaved = hasUnsavedChange();
    disk.execute(
        () -> {
          try {
            if (isUnsaved) {
              store.keepAside(inWindow);
            }
          } catch (IOException | RuntimeException e) {
            fx.execute(
                () -> {
                  trouble.set(new Trouble.CantSave(textOf(e)));
                  then.accept(inWindow);
                });
            return;
          }
          try {
            PeerStore.Loaded loaded = store.load();
            fx.execute(
                () -> {
                  trouble.set(troubleOf(loaded));
                  then.accept(loaded.book());
                });
          } catch (IOException | RuntimeException e) {
            // Whatever it is: a window that never hears of it could not be used any more.
            fx.execute(
                () -> {
                  trouble.set(new Trouble.CantRead(textOf(e)));
                  then.accept(PeerBook.EMPTY);
                });
          }
        });
  }

  private @Nullable Trouble troubleOf(PeerStore.Loaded loaded) {
    return switch (loaded) {
      case PeerStore.Loaded.Missing _ -> null;
      case PeerStore.Loaded.Read(PeerBook book) ->
          book.unread().isEmpty() ? null : new Trouble.Unread(store.file(), book.unread());
      case PeerStore.Loaded.Broken(_, String problem, Path keptAs) ->
          new Trouble.Broken(problem, keptAs);
      case PeerStore.Loaded.Newer(_, int version) -> new Trouble.Newer(store.file(), version);
    };
  }

  /** Saves, unless the file is not ours to write. */
  public void save(PeerBook book) {
    if (isWritable()) {
      write(() -> store.save(book));
    }
  }

  /** Saves over what somebody else wrote. */
  public void saveAnyway(PeerBook book) {
    write(() -> store.saveAnyway(book));
  }

  private void write(Save save) {
    disk.execute(
        () -> {
          @Nullable Trouble found = null;
          try {
            save.run();
          } catch (PeerStore.ChangedMeanwhileException _) {
            found = new Trouble.ChangedMeanwhile(store.file());
          } catch (IOException | RuntimeException e) {
            // The latter where the file has become one from a newer version, or by a fault of ours.
            found = new Trouble.CantSave(textOf(e));
          }
          Trouble outcome = found;
          fx.execute(() -> saved(outcome));
        });
  }

  private void saved(@Nullable Trouble outcome) {
    // What was found at reading stays worth knowing after the next good save.
    boolean isOfReading =
        trouble.get() instanceof Trouble.Broken || trouble.get() instanceof Trouble.Unread;
    if (outcome != null || !isOfReading) {
      trouble.set(outcome);
    }
  }

  /** The user has read it. */
  public void dismissTrouble() {
    if (isWritable()) {
      trouble.set(null);
    }
  }

  private static String textOf(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
