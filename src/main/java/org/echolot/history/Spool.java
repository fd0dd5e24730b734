package org.echolot.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file to which results are appended where the database is not opened for them: by a command that
 * ends at once, and where the database can't be written. Whoever opens the database next takes them
 * in. Several programs may append at once; what one of them wrote by half when it was killed is
 * skipped. Safe for use by any thread.
 */
final class Spool {

  /** More is not kept: somebody would have to look at why no database takes it in. */
  static final long MAX_BYTES = 64L << 20;

  private static final String MARK = "\necholot-result ";
  private static final int MAX_RECORD = 4 << 20;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PAUSE_NANOS = 2_000_000;

  /** Takes in what was appended. */
  @FunctionalInterface
  interface Sink {

    /**
     * @throws HistoryException if they can't be kept; they stay in the spool
     */
    void takeIn(List<StoredResult> rows) throws HistoryException;
  }

  /**
   * What was taken in.
   *
   * @param unread how many records were no results that this version understands
   */
  record Taken(int results, int unread) {}

  private final Path file;

  Spool(Path file) {
    this.file = file;
  }

  /** How many bytes wait. */
  long size() {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }

  /**
   * Appends results.
   *
   * @throws IOException if they can't be written, or too many wait
   */
  void append(List<StoredResult> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    for (StoredResult row : rows) {
      String body = RowText.write(row);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      text.append(MARK).append(bytes.length).append(' ').append(sum(bytes, 0, bytes.length));
      text.append('\n').append(body);
    }
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    HistoryFolder.make(folder());
    try (FileChannel _ = locked(".lock");
        FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = out.size();
      if (end + bytes.length > MAX_BYTES) {
        throw new FileSystemException(
            file.toString(), null, "it has " + (MAX_BYTES >> 20) + " MiB already");
      }
      try {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest, end + rest.position());
        }
      } catch (IOException e) {
        out.truncate(end); // half of it is of no use, and fills the disk
        throw e;
      }
    }
  }

  /**
   * Gives all that was appended to {@code sink}, and forgets it. Where another program does so at
   * this moment, nothing is done. What was given, and could not be forgotten, comes again.
   *
   * @throws IOException if the file can't be read
   * @throws HistoryException what {@code sink} throws
   */
  Taken takeInto(Sink sink) throws IOException, HistoryException {
    Path taken = file.resolveSibling(file.getFileName() + ".taken");
    if (!Files.exists(file) && !Files.exists(taken)) {
      return new Taken(0, 0);
    }
    try (FileChannel taker = tryLocked(".taker")) {
      if (taker == null) {
        return new Taken(0, 0);
      }
      Taken first = read(taken, sink); // a program was killed while it took these in
      try (FileChannel _ = locked(".lock")) {
        Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException _) {
        return first;
      }
      Taken second = read(taken, sink);
      return new Taken(first.results() + second.results(), first.unread() + second.unread());
    }
  }

  private static Taken read(Path taken, Sink sink) throws IOException, HistoryException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(taken);
    } catch (NoSuchFileException _) {
      return new Taken(0, 0);
    }
    List<StoredResult> rows = new ArrayList<>();
    int results = 0;
    int unread = 0;
    // Every byte is one character, so that places in the text are places in the bytes.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(MARK);
    while (at >= 0) {
      int head = at + MARK.length();
      int line = text.indexOf('\n', head);
      int length = line < 0 ? -1 : lengthOf(text.substring(head, line), bytes, line + 1);
      @Nullable StoredResult row =
          length < 0
              ? null
              : RowText.read(new String(bytes, line + 1, length, StandardCharsets.UTF_8))
                  .orElse(null);
      if (row == null) {
        unread++;
      } else {
        rows.add(row);
        results++;
      }
      if (rows.size() == BATCH) {
        sink.takeIn(rows);
        rows = new ArrayList<>();
      }
      at = text.indexOf(MARK, length < 0 ? head : line + 1 + length);
    }
    if (!rows.isEmpty()) {
      sink.takeIn(rows);
    }
    Files.delete(taken);
    return new Taken(results, unread);
  }

  /** The length of the record that begins at {@code from}; negative if it is not whole. */
  private static int lengthOf(String head, byte[] bytes, int from) {
    int space = head.indexOf(' ');
    try {
      int length = Integer.parseInt(head.substring(0, Math.max(0, space)));
      boolean fits = length >= 0 && length <= MAX_RECORD && from + length <= bytes.length;
      return fits && head.substring(space + 1).equals(sum(bytes, from, length)) ? length : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private static String sum(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return Long.toHexString(crc.getValue());
  }

  /** A channel whose file is locked until it is closed. */
  private FileChannel locked(String ending) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      FileChannel channel = tryLocked(ending);
      if (channel != null) {
        return channel;
      }
      if (System.nanoTime() - end > 0) {
        throw new FileSystemException(file.toString(), null, "another program holds it");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private @Nullable FileChannel tryLocked(String ending) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ending),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // Another thread of this program has it.
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  private Path folder() {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
