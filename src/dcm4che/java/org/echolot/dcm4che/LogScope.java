package org.echolot.dcm4che;

import java.util.function.BiConsumer;

/**
 * Whose log dcm4che writes to. Its loggers are static; the association that they write of is the
 * one whose thread they are called by.
 */
final class LogScope {

  private static final ScopedValue<BiConsumer<System.Logger.Level, String>> SINK =
      ScopedValue.newInstance();

  private LogScope() {}

  /** Runs {@code work} with its lines going to {@code sink}. */
  static void run(BiConsumer<System.Logger.Level, String> sink, Runnable work) {
    ScopedValue.where(SINK, sink).run(work);
  }

  /** Whether anybody listens on this thread. */
  static boolean isHeard() {
    return SINK.isBound();
  }

  static void write(System.Logger.Level level, String text) {
    if (SINK.isBound()) {
      SINK.get().accept(level, text);
    }
  }
}
