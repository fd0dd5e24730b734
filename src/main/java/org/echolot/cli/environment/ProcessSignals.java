package org.echolot.cli.environment;

import java.lang.reflect.Proxy;
import org.echolot.concurrent.StopSignal;

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

  /**
   * By reflection, since jdk.unsupported may be missing from a runtime, and the compiler warns of
   * it in a way that can't be switched off.
   */
  private static void connect(String name, int number, StopSignal stop) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, _) -> {
                if (stop.isStopped() || !stop.isAwaited()) {
                  Runtime.getRuntime().halt(ExitCode.SIGNALLED + number);
                }
                stop.stop();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException _) {
      // Then the system ends the process, and a shell sees that by the code.
    }
  }
}
