package org.echolot.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that Maven runs in, and what lies in it. */
final class Repository {

  static final Path ROOT = Path.of("").toAbsolutePath();

  private Repository() {}

  /**
   * Files below {@code folder} whose name ends with {@code suffix}, in order; none if it is absent.
   */
  static List<Path> files(String folder, String suffix) throws IOException {
    Path start = ROOT.resolve(folder);
    if (Files.notExists(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** How a message names {@code file}. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
