package org.echolot.peers.file;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;

/** What was in a peers file when it was read or saved last. */
final class LastSeen {

  /** Of its content; empty: there was no file. */
  private Optional<String> hash = Optional.empty();

  /** Null: the file was never read. */
  private @Nullable PeerBook inFile;

  /** What was to be saved when that was saved; null: it was read. */
  private @Nullable PeerBook ours;

  private boolean isNewer;

  void wasRead(Optional<byte[]> bytes, PeerBook book, boolean newer) {
    hash = bytes.map(Sha256::hex);
    inFile = book;
    ours = null;
    isNewer = newer;
  }

  /**
   * @param book what was to be saved
   * @param merged what was saved: that, with what somebody else did
   */
  void wasSaved(byte[] bytes, PeerBook book, PeerBook merged) {
    wasRead(Optional.of(bytes), merged, false);
    ours = book;
  }

  /** Whether the file is as it was. */
  boolean is(Optional<byte[]> bytes) {
    return bytes.map(Sha256::hex).equals(hash);
  }

  /** Whether it was read, and can be written by this version. */
  boolean isOurs() {
    return inFile != null && !isNewer;
  }

  boolean isNewer() {
    return isNewer;
  }

  /** The book in it; empty if it was never read. */
  PeerBook book() {
    return inFile == null ? PeerBook.EMPTY : inFile;
  }

  /**
   * What a book that was made of {@code base} has in common with the file. Where {@code base} is
   * older than the last save, that is what was to be saved then: who made the book had it.
   */
  @SuppressWarnings("ReferenceEquality") // a book that is equal may have been made before
  PeerBook commonWith(PeerBook base) {
    return ours == null || base == inFile ? base : ours;
  }

  /**
   * Whether a book is this one with changes: it was read, and at least one of its peers is still
   * there. Else it is another book in the same place.
   */
  boolean isSameBook(PeerBook other) {
    if (inFile == null) {
      return false;
    }
    Set<UUID> ids = new HashSet<>();
    other.peers().forEach(peer -> ids.add(peer.id()));
    return inFile.peers().isEmpty()
        || inFile.peers().stream().anyMatch(peer -> ids.contains(peer.id()));
  }
}
