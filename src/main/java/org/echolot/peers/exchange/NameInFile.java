package org.echolot.peers.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives names of the characters that a file of another system allows, each once. For one thread.
 */
final class NameInFile {

  /** Letters, digits, dots, hyphens and underscores. */
  static final String DCMQRSCP = "[^A-Za-z0-9_.-]+";

  /** Letters, digits, hyphens and underscores: with others, Orthanc does not start. */
  static final String ORTHANC = "[^A-Za-z0-9_-]+";

  private final Set<String> taken = new HashSet<>();
  private final String forbidden;

  /**
   * @param forbidden a pattern for what must not be in a name
   */
  NameInFile(String forbidden) {
    this.forbidden = forbidden;
  }

  /** A name like that one that was not given yet. */
  String of(String name) {
    String replaced = name.replaceAll(forbidden, "_").replaceAll("^_+|_+$", "");
    String plain = replaced.isEmpty() ? "peer" : replaced;
    String free = plain;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = plain + "_" + i;
    }
    return free;
  }
}
