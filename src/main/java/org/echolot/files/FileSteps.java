package org.echolot.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The single steps of reading and writing a file, each as the platform does it. Apart so that a
 * test can make any one of them fail.
 */
public interface FileSteps {

  /** The steps as the platform does them. */
  FileSteps REAL = new FileSteps() {};

  /** The first {@code maxBytes} bytes of a file, or all if it is shorter. */
  default byte[] read(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes);
    }
  }

  /**
   * Makes a folder and those above it, where they are missing, for this user alone (XDG Base
   * Directory Specification: mode 0700).
   */
  default void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one of that name
   */
  default void create(Path file) throws IOException {
    Files.createFile(file);
  }

  /**
   * A file that its owner made read-only is not to be replaced, though the folder would allow it.
   *
   * @throws AccessDeniedException if {@code file} is there and may not be written
   * @throws FileSystemException if it is on a file system that nobody may write to
   */
  default void requireWritable(Path file) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      if (Files.getFileStore(file).isReadOnly()) {
        throw new FileSystemException(file.toString(), null, "the file system is read-only");
      }
      throw new AccessDeniedException(file.toString(), null, "the file is read-only");
    }
  }

  /**
   * Gives {@code to} the permissions and, where allowed, the owner and the group of {@code from}: a
   * save under {@code sudo} takes a file from nobody.
   */
  default void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (source == null || target == null) {
      return;
    }
    PosixFileAttributes wanted = source.readAttributes();
    PosixFileAttributes present = target.readAttributes();
    if (!wanted.owner().equals(present.owner())) {
      try {
        target.setOwner(wanted.owner());
      } catch (IOException _) {
        // Only root may do that.
      }
    }
    if (!wanted.group().equals(present.group())) {
      try {
        target.setGroup(wanted.group());
      } catch (IOException _) {
        // Only members of the group may do that; the file is theirs by its permissions alone.
      }
    }
    if (!wanted.permissions().equals(present.permissions())) {
      target.setPermissions(wanted.permissions());
    }
  }

  /** Writes all bytes and waits until the device has them. */
  default void writeAndForce(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /**
   * Puts a file in the place of another, which is seen either old or new by everybody.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException if the file system can't do that
   */
  default void moveAtomically(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts a file in the place of another, in as many steps as the file system needs. */
  default void moveReplacing(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Renames a file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if {@code to} is there
   */
  default void move(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  /** Waits until the device has a folder's entries. */
  default void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a file if it is there. */
  default void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
