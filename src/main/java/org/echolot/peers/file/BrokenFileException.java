package org.echolot.peers.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file could not be read as peers; it is where it was. */
public final class BrokenFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final transient Optional<Path> keptAs;

  BrokenFileException(String problem, Optional<Path> keptAs) {
    super(problem + keptAs.map(copy -> "; a copy is kept as " + copy).orElse(""));
    this.problem = problem;
    this.keptAs = keptAs;
  }

  /** What is wrong, with file, line and column, in one line. */
  public String problem() {
    return problem;
  }

  /** Where a copy is; empty if none could be made. */
  public Optional<Path> keptAs() {
    return keptAs;
  }
}
