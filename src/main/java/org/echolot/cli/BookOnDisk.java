package org.echolot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.echolot.cli.option.InputException;
import org.echolot.peers.PeerBook;

/** A peers file that somebody may change while we run. Safe for use by any thread. */
final class BookOnDisk {

  /** What tells one state of the file from another without reading it. */
  private record Mark(Object time, long size) {
    static Mark of(Path file) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Mark(attributes.lastModifiedTime(), attributes.size());
      } catch (IOException _) {
        return new Mark("", -1);
      }
    }
  }

  private final WatchedPeers peers;
  private final Path file;
  private volatile PeerBook book;
  private Mark mark;

  /**
   * Reads it.
   *
   * @throws InputException if it can't be read, and is needed
   */
  BookOnDisk(WatchedPeers peers, Path file) throws InputException {
    this.peers = peers;
    this.file = file;
    this.mark = Mark.of(file);
    this.book = peers.book();
  }

  /** As it was read last. */
  PeerBook book() {
    return book;
  }

  /**
   * Reads it again if it changed.
   *
   * @return the new book; empty if it is as it was
   * @throws InputException if it can't be read: the old one goes on to hold, and this is told once
   */
  synchronized Optional<PeerBook> look() throws InputException {
    Mark now = Mark.of(file);
    if (now.equals(mark)) {
      return Optional.empty();
    }
    mark = now;
    book = peers.book();
    return Optional.of(book);
  }
}
