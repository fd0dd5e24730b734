package org.echolot.ui.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.concurrent.Threads;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.ChangedMeanwhileException;
import org.echolot.peers.file.NewerFileException;
import org.echolot.peers.file.PeerStore;
import org.echolot.peers.file.PeersMerge;
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

    /**
     * Somebody else changed the file in a way that does not go with ours, which was not saved.
     *
     * @param collisions the peers that both have changed; none where it is about the whole file
     */
    record ChangedMeanwhile(Path file, List<PeersMerge.Collision> collisions) implements Trouble {}

    /** The file is there and can't be read at all. */
    record CantRead(String problem) implements Trouble {}

    /** Ours could not be saved. */
    record CantSave(String problem) implements Trouble {}
  }

  /** A save, in one of its two ways. */
  @FunctionalInterface
  private interface Save {
    /** Gives what is in the file now. */
    PeerBook run() throws IOException;
  }

  /** Takes what somebody else did to the file. */
  @FunctionalInterface
  interface News {
    /**
     * @param before what the window had last in common with the file
     * @param inFile what is in the file now
     * @return whether the window has it now; not where it does not go with what was done since, of
     *     which a save is under way
     */
    boolean take(PeerBook before, PeerBook inFile);
  }

  private final PeerStore store;
  private final Executor disk;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble =
      new ReadOnlyObjectWrapper<>(null);

  /** What is in the file, as far as the window knows. */
  private PeerBook inFile = PeerBook.EMPTY;

  private News news = (_, _) -> false;

  /** Whether a look at the file is under way: a drive that hangs must not gather them. */
  private boolean isLooking;

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

  /** Says who takes what somebody else did to the file. */
  void onNews(News taker) {
    news = taker;
  }

  // Commands

  /**
   * Reads the file; {@code then} is called on the FX thread with what it holds. Where the last
   * change is not in the file, what the window has is kept beside it first, or nothing is read.
   *
   * @param inWindow what the window has
   * @param patience how long this may wait, so that {@code then} was called when it returns; where
   *     that is not enough, it is called later
   */
  public void load(PeerBook inWindow, Consumer<PeerBook> then, Duration patience) {
    CompletableFuture<Runnable> reading = reading(inWindow, then);
    try {
      if (patience.isPositive()) {
        reading.get(patience.toNanos(), TimeUnit.NANOSECONDS).run();
        return;
      }
    } catch (TimeoutException | ExecutionException _) {
      // It is handed over when it comes.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    var _ = Threads.tellingFault(reading.thenAccept(fx::execute));
  }

  /** Gives what is to be done on the FX thread with what was read. */
  private CompletableFuture<Runnable> reading(PeerBook inWindow, Consumer<PeerBook> then) {
    boolean isUnsaved = hasUnsavedChange();
    return Threads.tellingFault(
        CompletableFuture.supplyAsync(() -> read(inWindow, isUnsaved, then), disk));
  }

  private Runnable read(PeerBook inWindow, boolean isUnsaved, Consumer<PeerBook> then) {
    try {
      if (isUnsaved) {
        store.keepAside(inWindow);
      }
    } catch (IOException | RuntimeException e) {
      tellFault(e);
      return () -> {
        trouble.set(new Trouble.CantSave(textOf(e)));
        then.accept(inWindow);
      };
    }
    try {
      PeerStore.Loaded loaded = store.load();
      return () -> {
        trouble.set(troubleOf(loaded));
        inFile = loaded.book();
        then.accept(loaded.book());
      };
    } catch (IOException | RuntimeException e) {
      // Whatever it is: a window that never hears of it could not be used any more.
      tellFault(e);
      return () -> {
        trouble.set(new Trouble.CantRead(textOf(e)));
        then.accept(PeerBook.EMPTY);
      };
    }
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

  /** Saves, unless the file is not ours to write; what somebody else saved is merged with it. */
  public void save(PeerBook book) {
    if (isWritable()) {
      PeerBook base = inFile;
      write(book, () -> store.save(base, book));
    }
  }

  /** Saves over what somebody else wrote. */
  public void saveAnyway(PeerBook book) {
    write(
        book,
        () -> {
          store.saveAnyway(book);
          return book;
        });
  }

  /**
   * Looks whether somebody else changed the file; to be called every second or so. While something
   * is wrong with the file, that comes first.
   */
  public void look() {
    if (isLooking || !isWritable() || hasUnsavedChange()) {
      return;
    }
    isLooking = true;
    disk.execute(
        () -> {
          Optional<PeerBook> found;
          try {
            found = store.news();
          } catch (IOException | RuntimeException e) {
            // The former is told where it matters: when the file is to be saved, or read.
            tellFault(e);
            found = Optional.empty();
          }
          Optional<PeerBook> theirs = found;
          fx.execute(
              () -> {
                isLooking = false;
                theirs.ifPresent(book -> take(inFile, book));
              });
        });
  }

  private void take(PeerBook before, PeerBook now) {
    if (news.take(before, now)) {
      inFile = now;
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal book may not be the one that is in the file
  private void write(PeerBook book, Save save) {
    disk.execute(
        () -> {
          @Nullable PeerBook saved = null;
          @Nullable Trouble found = null;
          try {
            saved = save.run();
          } catch (ChangedMeanwhileException e) {
            found = new Trouble.ChangedMeanwhile(store.file(), e.collisions());
          } catch (IOException | RuntimeException e) {
            // The latter where the file has become one from a newer version, or by a fault of ours.
            tellFault(e);
            found = new Trouble.CantSave(textOf(e));
          }
          PeerBook now = saved;
          Trouble outcome = found;
          fx.execute(
              () -> {
                saved(outcome);
                if (now == book) {
                  inFile = book;
                } else if (now != null) {
                  take(book, now);
                }
              });
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

  /** Has a fault of ours kept; that a file is from a newer version is none. */
  private static void tellFault(Exception e) {
    if (e instanceof RuntimeException && !(e instanceof NewerFileException)) {
      Threads.tellFault(e);
    }
  }

  private static String textOf(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
