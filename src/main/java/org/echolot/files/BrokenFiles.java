package org.echolot.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps what would else be lost under a dated name beside a file: one that could not be understood
 * as {@code peers.broken-2026-11-25-101530.json}, one of two versions of it with another word.
 * Never overwrites.
 */
public final class BrokenFiles {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
  private static final int MAX_SAME_SECOND = 1000;
  private static final String BROKEN = "broken";

  private final FileSteps steps;
  private final InstantSource clock;

  public BrokenFiles(FileSteps steps, InstantSource clock) {
    this.steps = steps;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Keeping {
    void keepAs(Path aside) throws IOException;
  }

  /**
   * Moves the file aside; of a symbolic link, what it links to.
   *
   * @return where it is now
   * @throws IOException if it can't be moved; it is still where it was
   */
  public Path moveAside(Path file) throws IOException {
    Path target = AtomicFile.followed(file);
    return keep(target, BROKEN, aside -> steps.move(target, aside));
  }

  /**
   * Leaves the file where it is and keeps a copy of it, unless there is one already.
   *
   * @param content the file's whole content
   * @return where the copy is
   * @throws IOException if no copy can be written
   */
  public Path copyAside(Path file, byte[] content) throws IOException {
    return copyAside(file, BROKEN, content);
  }

  /**
   * The same where that can be: a device or a pipe is no file that somebody may want back, and has
   * no place beside it. The file itself is still there, so nothing is lost where it can't.
   *
   * @param most of what is longer no copy is made
   * @return where the copy is; empty where there is none
   */
  public Optional<Path> copyIfFile(Path file, byte[] content, int most) {
    if (content.length > most || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(copyAside(file, content));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a version of the file beside it, unless there is one already.
   *
   * @param word what it is, for its name
   * @param content the version's whole content
   * @return where it is
   * @throws IOException if it can't be written
   */
  public Path copyAside(Path file, String word, byte[] content) throws IOException {
    Path target = AtomicFile.followed(file);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      try (DirectoryStream<Path> siblings =
          Files.newDirectoryStream(folder, path -> isAside(path, target, word))) {
        for (Path sibling : siblings) {
          if (Arrays.equals(steps.read(sibling, content.length + 1), content)) {
            return sibling;
          }
        }
      }
    }
    return keep(
        target,
        word,
        aside -> {
          steps.create(aside);
          fill(aside, target, content);
        });
  }

  /** Half a copy is worse than none. */
  private void fill(Path aside, Path target, byte[] content) throws IOException {
    try {
      if (Files.exists(target)) {
        steps.copyPermissions(target, aside);
      }
      steps.writeAndForce(aside, content);
    } catch (IOException | RuntimeException e) {
      try {
        steps.delete(aside);
      } catch (IOException | RuntimeException deletion) {
        e.addSuppressed(deletion);
      }
      throw e;
    }
  }

  private Path keep(Path target, String word, Keeping keeping) throws IOException {
    String date = DATE.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
    for (int i = 1; i <= MAX_SAME_SECOND; i++) {
      String count = i == 1 ? "" : "-" + i;
      Path aside = target.resolveSibling(stem(target, word) + date + count + ending(target));
      try {
        keeping.keepAs(aside);
        return aside;
      } catch (FileAlreadyExistsException _) {
        // The next name.
      }
    }
    throw new IOException("there are too many broken files beside " + target);
  }

  private static boolean isAside(Path path, Path target, String word) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(stem(target, word)) && name.endsWith(ending(target));
  }

  private static String stem(Path target, String word) {
    String name = String.valueOf(target.getFileName());
    return name.substring(0, name.length() - ending(target).length()) + "." + word + "-";
  }

  private static String ending(Path target) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot) : "";
  }
}
