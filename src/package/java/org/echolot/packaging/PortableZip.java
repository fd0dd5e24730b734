package org.echolot.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The image in a zip, which runs wherever it is unpacked, without an administrator. */
final class PortableZip {

  private final Path target;
  private final Target system;
  private final String version;

  PortableZip(Path target, Target system, String version) {
    this.target = target;
    this.system = system;
    this.version = version;
  }

  Path pack(Path image) throws IOException {
    String name =
        "echolot-%s-%s-%s-portable.zip"
            .formatted(
                version, system.kind().name().toLowerCase(Locale.ROOT), system.architecture());
    Path zip = target.resolve(name);
    List<Path> files = Trees.files(image, "");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(name(image, file));
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    if (!system.is(Target.Kind.WINDOWS)) {
      setPermissions(zip, image, files);
    }
    return zip;
  }

  private static String name(Path image, Path file) {
    return image.getParent().relativize(file).toString().replace('\\', '/');
  }

  /** A stream of entries cannot say who may execute a file; the JDK's file system for zips can. */
  private static void setPermissions(Path zip, Path image, List<Path> files) throws IOException {
    try (FileSystem entries =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      for (Path file : files) {
        Files.setPosixFilePermissions(
            entries.getPath(name(image, file)), Files.getPosixFilePermissions(file));
      }
    }
  }
}
