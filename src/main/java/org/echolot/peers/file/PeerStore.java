package org.echolot.peers.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.echolot.concurrent.Threads;
import org.echolot.files.AtomicFile;
import org.echolot.files.BrokenFiles;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link PeerBook} in a file. Not safe for use by several threads at once. */
public final class PeerStore {

  /** What reading the file found. */
  public sealed interface Loaded {
    /** The book to go on with; empty where there was nothing to read. */
    PeerBook book();

    /** The file was read. */
    record Read(PeerBook book) implements Loaded {}

    /** There is no file yet. */
    record Missing(PeerBook book) implements Loaded {}

    /**
     * The file could not be read as peers. It was moved aside, so that the next save can't destroy
     * it.
     *
     * @param problem what is wrong, with file, line and column, in one line
     * @param keptAs where the file is now
     */
    record Broken(PeerBook book, String problem, Path keptAs) implements Loaded {}

    /**
     * The file is from a newer version of Echolot and was read as far as this version knows it; it
     * can't be saved.
     *
     * @param version the version in the file
     */
    record Newer(PeerBook book, int version) implements Loaded {}
  }

  private final Path file;
  private final FileSteps steps;
  private final BrokenFiles brokenFiles;
  private final LastSeen lastSeen = new LastSeen();

  /** What was read ahead, for the next {@link #load}. */
  private @Nullable Loaded ahead;

  /** What the file looked like when it was last asked for news. */
  private String lastLook = "";

  public PeerStore(Path file) {
    this(file, FileSteps.REAL, InstantSource.system());
  }

  /**
   * @param steps how files are read and written
   * @param clock for the names of broken files
   */
  public PeerStore(Path file, FileSteps steps, InstantSource clock) {
    this.file = file;
    this.steps = steps;
    this.brokenFiles = new BrokenFiles(steps, clock);
  }

  public Path file() {
    return file;
  }

  /** Where the relative paths in the file start. */
  public Path folder() {
    return folderOf(file);
  }

  /** Where the relative paths in a peers file start. */
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /**
   * Reads the file, so that the next {@link #load} has nothing to wait for. What goes wrong comes
   * out there.
   */
  public void readAhead() {
    try {
      ahead = load();
    } catch (IOException _) { // read again, it says so again
    } catch (RuntimeException fault) {
      Threads.tellFault(fault);
    }
  }

  /**
   * Reads the file, to save it later. A broken one is moved aside.
   *
   * @throws IOException if it is there and can't be read at all, or can't be moved aside; the
   *     message says why, and the file is as it was
   */
  public Loaded load() throws IOException {
    if (ahead != null) {
      Loaded found = ahead;
      ahead = null;
      return found;
    }
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty()) {
      lastSeen.wasRead(bytes, PeerBook.EMPTY, false);
      return new Loaded.Missing(PeerBook.EMPTY);
    }
    try {
      Loaded loaded = loaded(bytes.get());
      lastSeen.wasRead(bytes, loaded.book(), loaded instanceof Loaded.Newer);
      return loaded;
    } catch (FaultException e) {
      Path keptAs = moveAside(problem(e));
      lastSeen.wasRead(Optional.empty(), PeerBook.EMPTY, false);
      return new Loaded.Broken(PeerBook.EMPTY, problem(e), keptAs);
    }
  }

  /**
   * Reads the file for a use that never saves it, such as a command line's. A broken file stays
   * where it is, and a copy of it is kept under a dated name beside it, once.
   *
   * @return never {@link Loaded.Broken}
   * @throws BrokenFileException if the file could not be read as peers
   * @throws IOException if it is there and can't be read at all
   */
  public Loaded read() throws IOException {
    Optional<byte[]> bytes = bytes();
    try {
      return bytes.isEmpty() ? new Loaded.Missing(PeerBook.EMPTY) : loaded(bytes.get());
    } catch (FaultException e) {
      throw new BrokenFileException(
          problem(e), brokenFiles.copyIfFile(file, bytes.get(), PeersReader.MAX_BYTES));
    }
  }

  /**
   * What somebody else wrote since the file was read or saved last; to be asked every second or so.
   * A file that is gone, or that is no peers file at the moment, is no news: somebody may be in the
   * middle of saving it.
   *
   * @return empty if nobody did
   * @throws IOException if the file can't be read at all
   */
  public Optional<PeerBook> news() throws IOException {
    if (!lastSeen.isOurs() || !Files.exists(file)) {
      return Optional.empty();
    }
    // The file may be long, and far away: it is read only where it does not look as it did.
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    String look = now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
    if (look.equals(lastLook)) {
      return Optional.empty();
    }
    lastLook = look;
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty() || lastSeen.is(bytes)) {
      return Optional.empty();
    }
    Optional<PeerBook> theirs = mergeable(bytes);
    theirs.ifPresent(book -> lastSeen.wasRead(bytes, book, false));
    return theirs;
  }

  /**
   * Saves a book that was made of what this store read or saved last; see {@link
   * #save(PeerBook,PeerBook)}.
   */
  public PeerBook save(PeerBook book) throws IOException {
    return save(lastSeen.book(), book);
  }

  /**
   * Saves atomically: all of it or nothing. See {@link AtomicFile} for what that means where the
   * file system is limited. What somebody else saved meanwhile is merged with it, peer by peer. A
   * program that writes the file in the moment between the look at it and the move is not noticed.
   *
   * @param base the book that {@code book} was made of: the very one that this store returned, so
   *     that a book that was made before the answer to the last save came is known for what it is
   * @return what is in the file now: {@code book} itself, or that with what somebody else did
   * @throws ChangedMeanwhileException if what somebody else did since does not go with it, or if
   *     the file was made, deleted or broken meanwhile
   * @throws NewerFileException if the file is from a newer version
   * @throws IOException if it can't be written; the message names the file and says why, and the
   *     old file is as it was
   */
  public PeerBook save(PeerBook base, PeerBook book) throws IOException {
    requireNotNewer(lastSeen.isNewer());
    Optional<byte[]> bytes = bytes();
    PeerBook theirs = lastSeen.book();
    if (!lastSeen.is(bytes)) {
      theirs = mergeable(bytes).orElseThrow(() -> new ChangedMeanwhileException(file, List.of()));
    }
    PeersMerge merge = new PeersMerge(lastSeen.commonWith(base), book, theirs);
    if (merge.collides()) {
      throw new ChangedMeanwhileException(file, merge.collisions());
    }
    PeerBook merged = merge.book().equals(book) ? book : merge.book();
    write(book, merged);
    return merged;
  }

  /**
   * The book in a file of this version that is the one that was seen last, with changes; empty if
   * there is none.
   */
  private Optional<PeerBook> mergeable(Optional<byte[]> bytes) {
    try {
      return bytes.isPresent()
              && loaded(bytes.get()) instanceof Loaded.Read(PeerBook book)
              && lastSeen.isSameBook(book)
          ? Optional.of(book)
          : Optional.empty();
    } catch (FaultException _) {
      return Optional.empty();
    }
  }

  /**
   * Saves over what somebody else wrote, because the user said so. Theirs is kept as {@code
   * peers.replaced-DATE.json} beside the file.
   *
   * @throws NewerFileException if the file is, or has become, one from a newer version
   * @throws IOException if it can't be written, or theirs can't be kept; the old file is as it was
   */
  public void saveAnyway(PeerBook book) throws IOException {
    Optional<byte[]> theirs = bytes();
    requireNotNewer(lastSeen.isNewer() || theirs.filter(PeerStore::isNewer).isPresent());
    if (theirs.isPresent() && !lastSeen.is(theirs)) {
      keep("replaced", theirs.get());
    }
    write(book, book);
  }

  /**
   * Keeps a book that was not saved as {@code peers.unsaved-DATE.json} beside the file, which is
   * left alone.
   *
   * @throws IOException if it can't be written
   */
  public void keepAside(PeerBook unsaved) throws IOException {
    keep("unsaved", PeersWriter.write(unsaved).getBytes(StandardCharsets.UTF_8));
  }

  private void keep(String word, byte[] content) throws IOException {
    try {
      Path _ = brokenFiles.copyAside(file, word, content);
    } catch (IOException e) {
      throw new IOException(
          "a copy beside " + file + " could not be written: " + FileFaults.words(e), e);
    }
  }

  private void write(PeerBook book, PeerBook merged) throws IOException {
    byte[] content = PeersWriter.write(merged).getBytes(StandardCharsets.UTF_8);
    new AtomicFile(file, steps).write(content);
    lastSeen.wasSaved(content, book, merged);
  }

  private static Loaded loaded(byte[] bytes) throws FaultException {
    PeersReader.Content content = PeersReader.read(bytes);
    return content.version() > PeersWriter.VERSION
        ? new Loaded.Newer(content.book(), content.version())
        : new Loaded.Read(content.book());
  }

  private static boolean isNewer(byte[] bytes) {
    try {
      return PeersReader.read(bytes).version() > PeersWriter.VERSION;
    } catch (FaultException _) {
      return false;
    }
  }

  private void requireNotNewer(boolean newer) {
    if (newer) {
      throw new NewerFileException(file);
    }
  }

  /** What is in the file, or one byte more than is read; empty if there is none. */
  private Optional<byte[]> bytes() throws IOException {
    try {
      return Optional.of(steps.read(file, PeersReader.MAX_BYTES + 1));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      String words = Files.isDirectory(file) ? "it is a folder" : FileFaults.words(e);
      throw new IOException(file + " could not be read: " + words, e);
    }
  }

  private String problem(FaultException e) {
    return file + ":" + e.position().line() + ":" + e.position().column() + " " + e.getMessage();
  }

  private Path moveAside(String problem) throws IOException {
    try {
      return brokenFiles.moveAside(file);
    } catch (IOException e) {
      String words = FileFaults.words(e);
      throw new IOException(problem + "; the file could not be moved aside: " + words, e);
    }
  }
}
