package org.echolot.peers.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.echolot.files.AtomicFile;
import org.echolot.files.BrokenFiles;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.peers.PeerBook;

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

  /** The file could not be read as peers; it is where it was. */
  public static final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient Optional<Path> keptAs;

    BrokenFileException(String problem, Optional<Path> keptAs) {
      super(problem + keptAs.map(copy -> "; a copy is kept as " + copy).orElse(""));
      this.problem = problem;
      this.keptAs = keptAs;
    }

    /** What is wrong, with file, line and column, in one line. */
    public String problem() {
      return problem;
    }

    /** Where a copy is; empty if none could be made. */
    public Optional<Path> keptAs() {
      return keptAs;
    }
  }

  /** The file changed since it was read or saved last; nothing was written. */
  public static final class ChangedMeanwhileException extends IOException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(Path file) {
      super(file + " was changed or deleted by another program after Echolot read it");
    }
  }

  private final Path file;
  private final FileSteps steps;
  private final BrokenFiles brokenFiles;

  /** The content that this store read or saved last; empty: there was no file. */
  private Optional<String> lastSeen = Optional.empty();

  private boolean isNewer;

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
   * Reads the file, to save it later. A broken one is moved aside.
   *
   * @throws IOException if it is there and can't be read at all, or can't be moved aside; the
   *     message says why, and the file is as it was
   */
  public Loaded load() throws IOException {
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty()) {
      remember(bytes, false);
      return new Loaded.Missing(PeerBook.EMPTY);
    }
    try {
      Loaded loaded = loaded(bytes.get());
      remember(bytes, loaded instanceof Loaded.Newer);
      return loaded;
    } catch (FaultException e) {
      Path keptAs = moveAside(problem(e));
      remember(Optional.empty(), false);
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
    if (bytes.isEmpty()) {
      return new Loaded.Missing(PeerBook.EMPTY);
    }
    try {
      return loaded(bytes.get());
    } catch (FaultException e) {
      throw new BrokenFileException(problem(e), copyAside(bytes.get()));
    }
  }

  /**
   * Saves atomically: all of it or nothing. See {@link AtomicFile} for what that means where the
   * file system is limited. A program that writes the file in the moment between the look at it and
   * the move is not noticed.
   *
   * @throws ChangedMeanwhileException if somebody else changed, made or deleted the file since
   * @throws IllegalStateException if the file is from a newer version
   * @throws IOException if it can't be written; the message names the file and says why, and the
   *     old file is as it was
   */
  public void save(PeerBook book) throws IOException {
    requireNotNewer(isNewer);
    if (!bytes().map(Sha256::hex).equals(lastSeen)) {
      throw new ChangedMeanwhileException(file);
    }
    write(book);
  }

  /**
   * Saves over what somebody else wrote, because the user said so. Theirs is kept as {@code
   * peers.replaced-DATE.json} beside the file.
   *
   * @throws IllegalStateException if the file is, or has become, one from a newer version
   * @throws IOException if it can't be written, or theirs can't be kept; the old file is as it was
   */
  public void saveAnyway(PeerBook book) throws IOException {
    Optional<byte[]> theirs = bytes();
    requireNotNewer(isNewer || theirs.filter(PeerStore::isNewer).isPresent());
    if (theirs.isPresent() && !theirs.map(Sha256::hex).equals(lastSeen)) {
      keep("replaced", theirs.get());
    }
    write(book);
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

  private void write(PeerBook book) throws IOException {
    byte[] content = PeersWriter.write(book).getBytes(StandardCharsets.UTF_8);
    new AtomicFile(file, steps).write(content);
    remember(Optional.of(content), false);
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
      throw new IllegalStateException(
          file + " is from a newer version of Echolot and can't be saved by this one");
    }
  }

  private void remember(Optional<byte[]> bytes, boolean newer) {
    lastSeen = bytes.map(Sha256::hex);
    isNewer = newer;
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
      throw new IOException(
          problem + "; the file could not be moved aside: " + FileFaults.words(e), e);
    }
  }

  private Optional<Path> copyAside(byte[] bytes) {
    // A device or a pipe is no file that somebody may want back, and has no place beside it.
    if (bytes.length > PeersReader.MAX_BYTES || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(brokenFiles.copyAside(file, bytes));
    } catch (IOException _) {
      // The file itself is still there, so nothing is lost.
      return Optional.empty();
    }
  }
}
