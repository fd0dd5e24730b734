package org.echolot.cli.environment;

import org.echolot.concurrent.StopSignal;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signals by which the user and the system end a process. A shutdown hook would not do: it
 * can't tell which came, and the exit code would not be ours.
 */
public final class ProcessSignals {

  private static final int INTERRUPT = 2;
  private static final int TERMINATE = 15;

  private ProcessSignals() {}

  /**
   * Turns SIGINT and SIGTERM into stops. The second one of a kind ends the process at once, and so
   * does the first where nothing waits for it: then the program may be held up by a file that is a
   * pipe, which nothing else ends. Where the runtime can't, or was told to leave signals alone
   * ({@code -Xrs}), the system's way stays.
   *
   * @param interrupted given at SIGINT
   * @param terminated given at SIGTERM
   */
  public static void connect(StopSignal interrupted, StopSignal terminated) {
    connect("INT", INTERRUPT, interrupted);
    connect("TERM", TERMINATE, terminated);
  }

  private static void connect(String name, int number, StopSignal stop) {
    try {
      Signal.handle(new Signal(name), new Relay(number, stop));
    } catch (IllegalArgumentException | LinkageError _) {
      // Then the system ends the process, and a shell sees that by the code. A runtime may have
      // been
      // made without jdk.unsupported.
    }
  }

  /** A class of its own, which the ahead-of-time cache can hold. */
  private record Relay(int number, StopSignal stop) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      if (stop.isStopped() || !stop.isAwaited()) {
        Runtime.getRuntime().halt(ExitCode.SIGNALLED + number);
      }
      stop.stop();
    }
  }
}
