package org.echolot.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A file that is replaced all or not at all. Not safe for use by several threads at once.
 *
 * <p>Writing takes these steps:
 *
 * <ol>
 *   <li>A symbolic link is followed, so that it stays one.
 *   <li>The folder is made where it is missing, and rid of temporary files of this file that are
 *       older than a day: a program that was killed left them.
 *   <li>An empty temporary file is made beside the file, and gets its permissions.
 *   <li>All bytes are written to it and forced to the device.
 *   <li>It is moved onto the file atomically, and the folder is forced.
 * </ol>
 *
 * <p>If a step fails, the temporary file is deleted and the file is as it was. Where the file
 * system has no atomic move (some network mounts), the last step is a plain replacing move: then a
 * crash in that very moment may leave the new content under the temporary name only. Forcing the
 * folder is tried and not insisted upon, as not every platform can. Access control lists and
 * extended attributes are not carried over.
 */
public final class AtomicFile {

  /** Puts content into a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Fills an empty file, and waits until the device has it.
     *
     * @throws IOException if it can't
     */
    void writeTo(Path empty) throws IOException;
  }

  private static final int MAX_LINKS = 40;

  /** A younger temporary file may be one that another Echolot writes at this moment. */
  private static final Duration LEFT_OVER = Duration.ofDays(1);

  private final Path file;
  private final FileSteps steps;

  public AtomicFile(Path file, FileSteps steps) {
    this.file = file;
    this.steps = steps;
  }

  /**
   * Where the content is: {@code file}, or what it links to, which need not be there.
   *
   * @throws IOException if the links never end
   */
  public static Path followed(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS; i++) {
      if (!Files.isSymbolicLink(at)) {
        return at;
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    throw new FileSystemLoopException(file.toString());
  }

  /**
   * Replaces the file's content.
   *
   * @throws IOException if it can't; the message names the file and says why in plain words, and
   *     the file is as it was
   */
  public void write(byte[] content) throws IOException {
    write(empty -> steps.writeAndForce(empty, content));
  }

  /**
   * The same, for content that is made while it is written.
   *
   * @throws IOException if it can't; the message names the file and says why in plain words, and
   *     the file is as it was
   */
  public void write(Content content) throws IOException {
    try {
      replace(followed(file), content);
    } catch (IOException | UnsupportedOperationException e) {
      throw new IOException(file + " could not be saved: " + FileFaults.words(e), e);
    }
  }

  private void replace(Path target, Content content) throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      throw new FileSystemException(target.toString(), null, "it is not a file");
    }
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "it is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // Root would put a file in the place of /dev/null.
      throw new FileSystemException(
          target.toString(), null, "it is a device or a pipe, not a file");
    }
    steps.createFolders(folder);
    steps.requireWritable(target);
    deleteLeftOvers(folder, target);
    String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path temporary = target.resolveSibling(target.getFileName() + "." + suffix + ".tmp");
    try {
      steps.create(temporary);
      if (Files.exists(target)) {
        steps.copyPermissions(target, temporary);
      }
      content.writeTo(temporary);
      moveInto(temporary, target);
    } catch (IOException | RuntimeException e) {
      try {
        steps.delete(temporary);
      } catch (IOException | RuntimeException deletion) {
        e.addSuppressed(deletion);
      }
      throw e;
    }
    try {
      steps.forceFolder(folder);
    } catch (IOException _) {
      // Windows has no such thing. The content itself is safe.
    }
  }

  private void deleteLeftOvers(Path folder, Path target) {
    Pattern ours =
        Pattern.compile(Pattern.quote(target.getFileName() + ".") + "[0-9a-f]{16}\\.tmp");
    Instant old = Instant.now().minus(LEFT_OVER);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder, path -> ours.matcher(path.getFileName().toString()).matches())) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          steps.delete(file);
        }
      }
    } catch (IOException | DirectoryIteratorException | SecurityException _) {
      // They are in nobody's way.
    }
  }

  private void moveInto(Path temporary, Path target) throws IOException {
    try {
      steps.moveAtomically(temporary, target);
    } catch (AtomicMoveNotSupportedException _) {
      steps.moveReplacing(temporary, target);
    }
  }
}
