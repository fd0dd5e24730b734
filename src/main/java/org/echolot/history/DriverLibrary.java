package org.echolot.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * The library of the system's own that SQLite's driver needs. Left to itself the driver unpacks it
 * into the folder for temporary files in each process, and leaves it there where a process is
 * killed or halts; and where that folder is mounted such that nothing in it may run, it fails. So
 * it is unpacked once into a folder of ours, under a name for each version and system. Where that
 * can't be, the driver gets a temporary folder of its own, of which nothing is left once it has
 * loaded the library.
 */
final class DriverLibrary {

  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";
  private static final String TEMPORARY = "org.sqlite.tmpdir";

  private static final Object LOADING = new Object();

  private DriverLibrary() {}

  /**
   * Has the driver load its library, if no thread did that yet.
   *
   * @param folder where it may be kept; used where nobody but this user may write to it
   * @throws LinkageError if there is none for this system, or it can't be loaded
   */
  static void load(Path folder) {
    synchronized (LOADING) {
      if (System.getProperty(PATH) == null && System.getProperty(TEMPORARY) == null) {
        if (!loadFrom(folder)) {
          loadFromTemporary();
        }
      }
    }
  }

  @SuppressWarnings("restricted") // as the driver does; those who start Echolot allow it
  private static boolean loadFrom(Path folder) {
    try {
      Path library = folder.toAbsolutePath().resolve(name());
      if (!isPrivate(folder) || !isThere(library)) {
        return false;
      }
      System.load(library.toString());
      System.setProperty(PATH, folder.toAbsolutePath().toString());
      System.setProperty(NAME, name());
      return true;
    } catch (IOException | RuntimeException | UnsatisfiedLinkError _) {
      // A full or read-only disk, one from which nothing may run, a driver without one for us.
      return false;
    }
  }

  private static String name() {
    return "sqlitejdbc-"
        + SQLiteJDBCLoader.getVersion()
        + "-"
        + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-')
        + "-"
        + LibraryLoaderUtil.getNativeLibName();
  }

  /** What others could write, they could have this user's programs run. */
  private static boolean isPrivate(Path folder) throws IOException {
    String user = System.getProperty("user.name", "");
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return folder.toRealPath().startsWith(Path.of(System.getProperty("user.home")).toRealPath());
    }
    PosixFileAttributes folders = Files.readAttributes(folder, PosixFileAttributes.class);
    Set<PosixFilePermission> permissions = folders.permissions();
    return folders.owner().getName().equals(user)
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Makes it if it is not there whole; two programs may do so at once. */
  private static boolean isThere(Path library) throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    byte[] packed;
    try (InputStream in =
        Objects.requireNonNull(SQLiteJDBCLoader.class.getResourceAsStream(resource), resource)) {
      packed = in.readAllBytes();
    }
    if (isWhole(library, packed)) {
      return true;
    }
    Path unfinished = library.resolveSibling(library.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(unfinished, packed);
      Files.move(
          unfinished, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return isWhole(library, packed);
  }

  private static boolean isWhole(Path library, byte[] packed) throws IOException {
    return Files.isRegularFile(library)
        && Files.size(library) == packed.length
        && Arrays.equals(Files.readAllBytes(library), packed);
  }

  private static void loadFromTemporary() {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("echolot-sqlite");
      System.setProperty(TEMPORARY, folder.toString());
    } catch (IOException _) {
      // The driver says better what it lacks.
    }
    try {
      boolean _ = SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new LinkageError(String.valueOf(e.getMessage()), e);
    } finally {
      empty(folder);
    }
  }

  /** On Windows a library that is loaded stays; the driver deletes it when the process ends. */
  private static void empty(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException _) {
      // See above.
    }
  }
}
