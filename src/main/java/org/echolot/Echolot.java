package org.echolot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.echolot.check.OwnEngine;
import org.echolot.cli.EcholotCommand;
import org.echolot.cli.Environment;
import org.echolot.cli.ProcessSignals;
import org.echolot.cli.SelfEcho;
import org.echolot.dicom.association.StopSignal;

/** Starts Echolot: without arguments the window, else the command line. */
public final class Echolot {

  private Echolot() {}

  public static void main(String[] args) throws InterruptedException {
    Environment environment = environment();
    int code;
    if (args.length > 0) {
      code = EcholotCommand.run(args, environment);
    } else if (hasDisplay(System.getProperty("os.name", ""), environment.variables())) {
      code = openWindow(environment);
    } else {
      code = echoInTerminal("No display was found, so no window can open.", environment);
    }
    System.exit(code);
  }

  private static int openWindow(Environment environment) throws InterruptedException {
    return echoInTerminal("This build has no window yet.", environment);
  }

  private static int echoInTerminal(String why, Environment environment)
      throws InterruptedException {
    environment.out().println(why + " Checking the built-in echo server here instead:");
    environment.out().println();
    int code = SelfEcho.run(environment);
    environment.out().println();
    environment.out().println("'echolot --help' shows what can be done without a window.");
    environment.out().flush();
    return code;
  }

  /** Whether a window can open, as far as that can be told without trying. */
  private static boolean hasDisplay(String system, Map<String, String> variables) {
    return system.startsWith("Windows")
        || system.startsWith("Mac")
        || !variables.getOrDefault("DISPLAY", "").isEmpty()
        || !variables.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  private static Environment environment() {
    StopSignal interrupted = new StopSignal();
    StopSignal terminated = new StopSignal();
    ProcessSignals.connect(interrupted, terminated);
    return new Environment(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        new OwnEngine(),
        Path.of("").toAbsolutePath(),
        interrupted,
        terminated);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
