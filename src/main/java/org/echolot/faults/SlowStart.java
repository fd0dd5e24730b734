package org.echolot.faults;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * Why Echolot started slower than it could. A Java that cannot use the cache that it was given goes
 * on without any, and says nothing.
 */
public final class SlowStart {

  private static final String OPTION = "-XX:AOTCache=";

  /** The JVM names itself at the beginning of a cache that it made. */
  private static final int HEAD_BYTES = 1024;

  private SlowStart() {}

  /**
   * What to say of the start of this process; empty where nothing is amiss. Reads files: not for
   * the start itself.
   */
  public static Optional<String> words() {
    return words(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        System.getProperty("java.vm.version", ""),
        System.getProperty("java.class.path", ""));
  }

  /**
   * The same of any process.
   *
   * @param arguments of the JVM
   * @param jvm its version
   * @param classPath where its classes are
   */
  static Optional<String> words(List<String> arguments, String jvm, String classPath) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(OPTION))
        .findFirst()
        .flatMap(argument -> fault(argument.substring(OPTION.length()), jvm, classPath))
        .map(
            why ->
                "Starts slower than it could: "
                    + why
                    + ". All else works as usual. Installing Echolot again repairs it.");
  }

  private static Optional<String> fault(String name, String jvm, String classPath) {
    try {
      Path cache = Path.of(name);
      if (!head(cache).contains(jvm)) {
        return Optional.of("the start cache " + cache + " was made by another Java");
      }
      FileTime made = Files.getLastModifiedTime(cache);
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
          return Optional.of(
              "the file " + jar + " is newer than the start cache, which is of no use then");
        }
      }
      return Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.of("the start cache " + name + " cannot be read");
    }
  }

  private static String head(Path cache) throws IOException {
    try (InputStream in = Files.newInputStream(cache)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }
}
