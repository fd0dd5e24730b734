package org.echolot.peers.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names of letters, digits, dots, hyphens and underscores, each once. For one thread. */
final class NameInFile {

  private final Set<String> taken = new HashSet<>();

  /** A name like that one that was not given yet. */
  String of(String name) {
    String plain = plain(name);
    String free = plain;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = plain + "_" + i;
    }
    return free;
  }

  /** The name without what the files can't have. */
  static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
    return plain.isEmpty() ? "peer" : plain;
  }
}
