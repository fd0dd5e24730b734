package org.echolot.realpeers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the programs of other people are that tests run. */
public final class Programs {

  /** Daemons are here, where not every user's PATH leads. */
  private static final String SYSTEM_FOLDER = "/usr/sbin";

  private Programs() {}

  /**
   * The program's file.
   *
   * @throws AssertionError if it is not installed: a test that needs it must not pass without it
   */
  public static Path find(String program, String debianPackage) {
    return Stream.concat(
            List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream(),
            Stream.of(SYSTEM_FOLDER))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    program
                        + " is not installed, and this needs it: apt-get install "
                        + debianPackage));
  }
}
