package org.echolot.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.Terminal;
import org.echolot.concurrent.StopSignal;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/** Runs the command line in this process and keeps what it writes. */
final class CommandLineRun {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StopSignal interrupted = new StopSignal();
  private final StopSignal terminated = new StopSignal();
  private InputStream in = InputStream.nullInputStream();
  private final Path folder;
  private final SecretBook secrets = new SecretBook();
  private final TlsMaterials materials = new TlsMaterials(secrets);
  private final EchoEngines engines;
  private Map<String, String> variables = Map.of();
  private Terminal terminal = Terminal.NONE;

  /**
   * @param folder where relative paths start, and the configuration is
   */
  CommandLineRun(Path folder) {
    this.folder = folder;
    this.engines = EchoEngines.of(new OwnEngine(materials, secrets));
  }

  CommandLineRun(Path folder, EchoEngine engine) {
    this(folder, EchoEngines.of(engine));
  }

  CommandLineRun(Path folder, EchoEngines engines) {
    this.folder = folder;
    this.engines = engines;
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
        allVariables(),
        engines,
        secrets,
        materials,
        terminal,
        folder,
        interrupted,
        terminated);
  }

  private Map<String, String> allVariables() {
    Map<String, String> all = new HashMap<>(variables);
    all.put("XDG_CONFIG_HOME", folder.toString());
    all.put("XDG_STATE_HOME", folder.resolve("state").toString());
    all.put("APPDATA", folder.toString());
    all.put("XDG_DATA_HOME", folder.toString());
    all.put("LOCALAPPDATA", folder.toString());
    return all;
  }

  /** Sets an environment variable. */
  CommandLineRun with(String variable, String value) {
    variables = Map.of(variable, value);
    return this;
  }

  /** Puts somebody at a terminal. */
  CommandLineRun at(Terminal someone) {
    terminal = someone;
    return this;
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
