package org.echolot.history;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.echolot.concurrent.Threads;

/** Tells what is wrong with the history, each thing once. Safe for use by any thread. */
final class Notices {

  private final Consumer<String> tell;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * @param tell takes a sentence or two, on any thread
   */
  Notices(Consumer<String> tell) {
    this.tell = tell;
  }

  /** Tells this, whatever was told before. */
  void say(String text) {
    try {
      tell.accept(text);
    } catch (RuntimeException fault) {
      Threads.tellFault(fault); // whoever listens, what is kept must not suffer by it
    }
  }

  /** Tells this unless something of its kind was told before. */
  void sayOnce(String kind, String text) {
    if (said.add(kind)) {
      say(text);
    }
  }

  /** It is well again: the next time, it is told again. */
  void mended(String kind) {
    said.remove(kind);
  }
}
