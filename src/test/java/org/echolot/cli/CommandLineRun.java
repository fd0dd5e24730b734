package org.echolot.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echolot.check.EchoEngine;
import org.echolot.check.OwnEngine;
import org.echolot.dicom.association.StopSignal;

/** Runs the command line in this process and keeps what it writes. */
final class CommandLineRun {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StopSignal interrupted = new StopSignal();
  private final StopSignal terminated = new StopSignal();
  private InputStream in = InputStream.nullInputStream();
  private final Path folder;
  private final EchoEngine engine;

  /**
   * @param folder where relative paths start, and the configuration is
   */
  CommandLineRun(Path folder) {
    this(folder, new OwnEngine());
  }

  CommandLineRun(Path folder, EchoEngine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  int run(String... args) {
    return run(out, args);
  }

  int run(OutputStream to, String... args) {
    return EcholotCommand.run(args, environment(to));
  }

  Environment environment(OutputStream to) {
    return new Environment(
        in,
        new PrintStream(to, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of("XDG_CONFIG_HOME", folder.toString(), "APPDATA", folder.toString()),
        engine,
        folder,
        interrupted,
        terminated);
  }

  /** What is piped into the command. */
  CommandLineRun piped(InputStream input) {
    in = input;
    return this;
  }

  StopSignal interrupted() {
    return interrupted;
  }

  StopSignal terminated() {
    return terminated;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> outLines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  List<String> errLines() {
    return err().lines().toList();
  }
}
