package org.echolot.faults;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Takes what JavaFX catches and only logs: what a binding throws, for one, which nobody would see
 * in a program that was not started from a terminal.
 */
public final class LoggedFaults extends Handler {

  /** Held here: one that nobody holds may be gone, and its handlers with it. */
  private static final Logger LOGGER = Logger.getLogger("javafx");

  private final Thread.UncaughtExceptionHandler faults;

  private LoggedFaults(Thread.UncaughtExceptionHandler faults) {
    this.faults = faults;
    setLevel(Level.WARNING);
  }

  /**
   * From now on {@code faults} is told of them, by the thread that had them. The logging of Java
   * takes a moment to begin: not for the start itself.
   *
   * @return ends it
   */
  public static Runnable takeTo(Thread.UncaughtExceptionHandler faults) {
    LoggedFaults handler = new LoggedFaults(faults);
    LOGGER.addHandler(handler);
    return () -> LOGGER.removeHandler(handler);
  }

  @Override
  public void publish(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    if (thrown != null && isLoggable(entry)) {
      faults.uncaughtException(Thread.currentThread(), thrown);
    }
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
