package org.echolot.peers;

import java.io.IOException;
import java.nio.file.Path;

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

  /** The file changed since it was read or saved last; nothing was written. */
  public static final class ChangedMeanwhileException extends IOException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(Path file) {
      super(file + " was changed by another program since it was read");
    }
  }

  public PeerStore(Path file) {}

  public Path file() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is there and can't be read at all, or can't be moved aside
   */
  public Loaded load() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Saves atomically: all of it or nothing.
   *
   * @throws ChangedMeanwhileException if somebody else changed the file since
   * @throws IllegalStateException if the file is from a newer version
   * @throws IOException if it can't be written; the old file is as it was
   */
  public void save(PeerBook book) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Saves over what somebody else wrote, because the user said so. */
  public void saveAnyway(PeerBook book) throws IOException {
    throw new UnsupportedOperationException();
  }
}
