package org.echolot.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * The last success of each peer, in a small file of its own, so that a command that checks one peer
 * finds it without opening the database. Safe for use by any thread.
 */
final class LastSuccesses {

  private static final String ENDING = ".last";
  private static final String TEMPORARY = ".tmp";
  private static final int MAX_BYTES = 1 << 20;

  /** More peers than that are read from their files each time. */
  private static final int MOST_KNOWN = 4_000;

  /**
   * So many files take a moment that whoever ends a command, or checks many peers, would wait for.
   */
  private static final int MUCH = 50;

  /** What was the same each time need not be written each time. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * @param file the time of the file that has it; null where none has, or none of ours
   * @param unwritten whether the file does not have it yet
   */
  private record Known(LastSuccess success, @Nullable FileTime file, boolean unwritten) {}

  private final Path folder;
  private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  LastSuccesses(Path folder) {
    this.folder = folder;
  }

  /** The last success of a peer; null if none is known. */
  synchronized @Nullable LastSuccess get(UUID peerId) {
    Known here = known.get(peerId);
    if (here != null && here.unwritten()) {
      return here.success();
    }
    Path file = fileOf(peerId);
    try {
      FileTime time = Files.getLastModifiedTime(file);
      if (here != null && time.equals(here.file())) {
        return here.success();
      }
      LastSuccess read = read(file);
      if (read != null) {
        put(peerId, new Known(read, time, false));
      }
      return read;
    } catch (IOException _) {
      return here == null ? null : here.success(); // there is none, or it can't be read
    }
  }

  private static @Nullable LastSuccess read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      return null;
    }
    // A byte that is no UTF-8 makes a text that is not understood.
    return LastSuccess.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /** A check ended; what it means for the last success is known from now on. */
  synchronized void ended(CheckResult result) {
    if (result.isSuccess()) {
      UUID peerId = result.request().peerId();
      LastSuccess before = get(peerId);
      Known here = known.get(peerId);
      put(
          peerId,
          new Known(LastSuccess.next(before, result), here == null ? null : here.file(), true));
    }
  }

  private void put(UUID peerId, Known value) {
    known.put(peerId, value);
    if (known.size() > MOST_KNOWN) {
      known.entrySet().stream()
          .filter(entry -> !entry.getValue().unwritten())
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(known::remove);
    }
  }

  /** Whether so much can wait that it is better written before the end. */
  synchronized boolean isMuchUnwritten() {
    return known.values().stream().filter(Known::unwritten).limit(MUCH).count() == MUCH;
  }

  /**
   * Writes what is to be written by now, but for what is too much at once: that is for the next
   * time.
   *
   * @param all also what can wait, however much it is
   * @throws IOException if something can't be written; the rest was
   */
  void write(boolean all) throws IOException {
    Map<UUID, Known> due = new LinkedHashMap<>();
    synchronized (this) {
      Instant soon = Instant.now().minus(PATIENCE);
      known.forEach(
          (peerId, value) -> {
            FileTime file = value.file();
            boolean old = file == null || file.toInstant().isBefore(soon);
            if (value.unwritten() && (all || (old && due.size() < MUCH))) {
              due.put(peerId, value);
            }
          });
    }
    IOException fault = null;
    for (Map.Entry<UUID, Known> each : due.entrySet()) {
      try {
        write(each.getKey(), each.getValue());
      } catch (IOException e) {
        fault = e;
      }
    }
    if (fault != null) {
      throw fault;
    }
  }

  /**
   * Not forced to the device: after a crash of the computer an older one is there, or none. Another
   * Echolot sees it old or new, and whole.
   */
  private void write(UUID peerId, Known value) throws IOException {
    HistoryFolder.make(folder);
    Path file = fileOf(peerId);
    Path temporary =
        file.resolveSibling(
            peerId + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + TEMPORARY);
    try {
      Files.writeString(temporary, value.success().text());
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    FileTime time = Files.getLastModifiedTime(file);
    synchronized (this) {
      Known now = known.get(peerId);
      if (now != null) {
        boolean newer = !Objects.equals(now.success(), value.success());
        known.put(peerId, new Known(now.success(), time, newer));
      }
    }
  }

  /**
   * Forgets a peer.
   *
   * @throws IOException if its file can't be deleted
   */
  synchronized void forget(UUID peerId) throws IOException {
    known.remove(peerId);
    Files.deleteIfExists(fileOf(peerId));
  }

  /** Deletes the files of which the last success was before {@code moment}, and what is left. */
  void deleteOlder(Instant moment) {
    Predicate<Path> old =
        file -> {
          try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
          } catch (IOException _) {
            return false;
          }
        };
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if ((name.endsWith(ENDING) || name.endsWith(TEMPORARY)) && old.test(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // The next time.
    }
  }

  private Path fileOf(UUID peerId) {
    return folder.resolve(peerId + ENDING);
  }
}
