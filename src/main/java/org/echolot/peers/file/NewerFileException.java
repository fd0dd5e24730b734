package org.echolot.peers.file;

import java.nio.file.Path;

/** The file is from a newer version of Echolot, and this one can only read it. */
public final class NewerFileException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NewerFileException(Path file) {
    super(file + " is from a newer version of Echolot and can't be saved by this one");
  }
}
