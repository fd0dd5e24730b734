package org.echolot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.cli.EcholotCommand;
import org.echolot.cli.SelfEcho;
import org.echolot.cli.environment.ConsoleTerminal;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.environment.ProcessSignals;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.faults.FaultLog;
import org.echolot.faults.LoggedFaults;
import org.echolot.faults.SlowStart;
import org.echolot.fleet.Fleet;
import org.echolot.history.History;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.history.SessionHistory;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.Folders;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.SettingsStore;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.main.Desktop;
import org.echolot.ui.main.Services;
import org.echolot.ui.main.Toolkit;
import org.jspecify.annotations.Nullable;

/** Starts Echolot: without arguments the window, else the command line. */
public final class Echolot {

  private Echolot() {}

  public static void main(String[] args) throws InterruptedException {
    Environment environment = environment();
    if (args.length > 0) {
      end(EcholotCommand.run(args, environment), environment);
      return;
    }
    int code;
    if (hasDisplay(System.getProperty("os.name", ""), environment.variables())) {
      code = openWindow(environment);
    } else {
      code = echoInTerminal("No display was found, so no window can open.", environment);
    }
    System.exit(code);
  }

  /**
   * Ends a command, which has written and closed what it had to and has seen whether that worked.
   * An orderly exit would wait, often for 300 ms, for threads of the runtime that wait for sockets;
   * but it is what makes a terminal show again what is typed.
   */
  private static void end(int code, Environment environment) {
    environment.err().flush();
    if (environment.terminal().wasAsked()) {
      System.exit(code);
    }
    Runtime.getRuntime().halt(code);
  }

  private static int openWindow(Environment environment) throws InterruptedException {
    Toolkit toolkit = Toolkit.begin();
    // Here, and not when the window asks for them on its own thread.
    List<EchoEngine> _ = environment.engines().all();
    Folders folders = Folders.ofThisUser();
    SettingsStore settingsStore = new SettingsStore(folders.settingsFile());
    SettingsStore.Loaded settings = settingsStore.load();
    Journal journal = new Journal();
    FaultLog faults = faultLog(folders, environment.secrets(), journal);
    ChosenEngine engine =
        new ChosenEngine(
            environment.engines(),
            environment
                .variables()
                .getOrDefault(EchoEngines.VARIABLE, settings.settings().checks().engine()));
    HistoryStore history = history(folders, settings.settings().history(), journal);
    Services services =
        new Services(
            journal,
            engine,
            new Fleet(
                engine,
                journal,
                settings.settings().checks().parallelism(),
                history == null ? new SessionHistory() : history),
            environment.secrets(),
            environment.materials(),
            new PeerStore(folders.peersFile(null)),
            settingsStore,
            Threads.newSerial("disk"),
            Threads.newSerial("background"),
            faults,
            history);
    services.background().execute(() -> lookAtTheStart(journal, faults));
    try (History _ = history;
        var _ = environment.interrupted().onStop(environment.terminated()::stop)) {
      new Desktop(services, settings, toolkit).run(environment.terminated());
      return 0;
    } catch (Desktop.WindowLostException e) {
      environment
          .err()
          .println("echolot: " + e.getMessage() + "; the details are in " + faults.file());
      return ExitCode.FAILED;
    } catch (Desktop.NoWindowException e) {
      return echoInTerminal("No window can open: " + e.getMessage() + ".", environment);
    }
  }

  /** Keeps the results of the window's checks; null where the user wants none kept. */
  private static @Nullable HistoryStore history(
      Folders folders, HistorySettings settings, Journal journal) {
    return folders.keepsHistory()
        ? HistoryStore.open(
            new HistoryFolder(folders.history()),
            Retention.ofDays(settings.keptDays(), settings.hoursKeptDays()),
            text ->
                journal.write(JournalLine.info(LineSource.PROGRAM, JournalLine.Tone.WARNING, text)))
        : null;
  }

  /**
   * What need not be done before the window is there. Opens each jar of the class path, by asking
   * for what is in none of them: a package that is upgraded under an open window takes no class
   * away that has not been needed so far. Says what made the start slow, and hears what JavaFX only
   * logs.
   */
  private static void lookAtTheStart(Journal journal, FaultLog faults) {
    URL _ = Echolot.class.getResource("in-no-jar");
    SlowStart.words()
        .ifPresent(
            why ->
                journal.write(JournalLine.info(LineSource.PROGRAM, JournalLine.Tone.PLAIN, why)));
    Runnable _ = LoggedFaults.takeTo(faults);
  }

  /** From now on it takes what no thread dealt with. The console tells of it, too. */
  private static FaultLog faultLog(Folders folders, SecretBook secrets, Journal journal) {
    FaultLog faults = new FaultLog(folders.faultLog(), secrets::cutFrom, InstantSource.system());
    faults.addReader(
        fault ->
            journal.write(
                JournalLine.info(
                    LineSource.PROGRAM, JournalLine.Tone.BAD, "Internal error: " + fault.words())));
    Thread.setDefaultUncaughtExceptionHandler(faults);
    return faults;
  }

  private static int echoInTerminal(String why, Environment environment)
      throws InterruptedException {
    environment.out().println(why + " Checking the built-in echo server here instead:");
    environment.out().println();
    int code = SelfEcho.run(environment);
    environment.out().println();
    environment.out().println("'echolot --help' shows the commands that need no window.");
    return EcholotCommand.withOutputWritten(code, environment);
  }

  /** Whether a window can open, as far as that can be told without trying. */
  private static boolean hasDisplay(String system, Map<String, String> variables) {
    return system.startsWith("Windows")
        || system.startsWith("Mac")
        || !variables.getOrDefault("DISPLAY", "").isEmpty()
        || !variables.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /** What the process has to do with the world; made once. */
  static Environment environment() {
    StopSignal interrupted = new StopSignal();
    StopSignal terminated = new StopSignal();
    ProcessSignals.connect(interrupted, terminated);
    SecretBook secrets = new SecretBook();
    TlsMaterials materials = new TlsMaterials(secrets);
    return new Environment(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        EchoEngines.installed(materials, secrets),
        secrets,
        materials,
        new ConsoleTerminal(interrupted, terminated),
        Path.of("").toAbsolutePath(),
        interrupted,
        terminated);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
