package org.echolot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Folders and archives with all that is in them. */
final class Trees {

  private Trees() {}

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    for (Path file : all(folder).sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }

  /** Copies a file or folder; nothing if there is none. */
  static void copy(Path from, Path to) throws IOException {
    if (Files.notExists(from)) {
      return;
    }
    for (Path file : all(from).sorted().toList()) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        Files.copy(
            file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static List<Path> files(Path folder, String suffix) throws IOException {
    return all(folder)
        .filter(Files::isRegularFile)
        .filter(file -> file.toString().endsWith(suffix))
        .sorted()
        .toList();
  }

  private static Stream<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    }
  }

  /**
   * Writes the entries of {@code archive} whose names {@code wanted} takes below {@code folder}.
   */
  static void unpack(Path archive, Path folder, Predicate<String> wanted) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && wanted.test(entry.getName()) && file.startsWith(folder)) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  /** Copies a jar without the entries that {@code wanted} does not take. */
  static void filter(Path jar, Path to, Predicate<String> wanted) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (wanted.test(entry.getName())) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTime(entry.getTime());
          out.putNextEntry(copy);
          in.transferTo(out);
          out.closeEntry();
        }
      }
    }
  }
}
