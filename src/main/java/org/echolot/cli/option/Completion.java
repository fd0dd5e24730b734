package org.echolot.cli.option;

import java.util.List;

/** What a shell can complete a word to. */
public sealed interface Completion {

  /** What the shell finds by itself, or asks us for. */
  enum Source implements Completion {
    /** Free text. */
    NOTHING,
    FILES,
    /** The names of the saved peers. */
    PEERS
  }

  /** One of these. */
  record Words(List<String> words) implements Completion {
    public Words {
      words = List.copyOf(words);
    }
  }
}
