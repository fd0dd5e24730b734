package org.echolot.cli;

import java.util.List;
import org.echolot.cli.completion.CompletionCommand;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Branch;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.CommandTree;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.UsageException;
import org.echolot.faults.SlowStart;
import org.echolot.settings.Folders;
import org.echolot.text.About;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** The command line: what stands before and beside its commands. */
public final class EcholotCommand implements Command {

  private static final Option.Flag VERSION =
      new Option.Flag("-V, --version", "Shows the versions of Echolot, Java and the system.");

  private static final char UNDECODABLE = '\uFFFD';

  private final Environment environment;

  EcholotCommand(Environment environment) {
    this.environment = environment;
  }

  /**
   * Runs one command line to its end. Writes to the streams of {@code environment} alone and leaves
   * the process as it is.
   *
   * @return the exit code
   */
  public static int run(String[] args, Environment environment) {
    String undecodable = undecodable(args, environment);
    if (undecodable != null) {
      environment.err().println(Escapes.oneLine("echolot: " + undecodable));
      return ExitCode.USAGE;
    }
    return StoppableRun.run(
        () -> {
          Command all = new EcholotCommand(environment);
          int code = new CommandTree(all, environment).run(List.of(args));
          return withOutputWritten(code, environment);
        },
        environment);
  }

  /**
   * A script that has half a result, or none, must not go on as if it had one.
   *
   * @param code what the command came to
   * @return that, or {@link ExitCode#STOPPED} where standard output did not take everything, which
   *     is then said on standard error
   */
  public static int withOutputWritten(int code, Environment environment) {
    if (!environment.out().checkError() || code == ExitCode.USAGE) {
      return code;
    }
    environment
        .err()
        .println(
            "echolot: not everything could be written to standard output; results are missing");
    return ExitCode.STOPPED;
  }

  @Override
  public String name() {
    return "echolot";
  }

  /** All commands, in the order of the help: a new one is added here. */
  @Override
  public List<Command> below() {
    return List.of(
        new EchoCommand(environment),
        new ListenCommand(environment),
        new ExplainCommand(environment),
        new SameTestCommand(environment),
        new RegisterCommand(environment),
        new Branch(
            "peers",
            "Shows and exchanges the saved peers.",
            () ->
                List.of(
                    new PeersListCommand(environment),
                    new PeersLintCommand(environment),
                    new PeersFlowsCommand(environment),
                    new PeersImportCommand(environment),
                    new PeersExportCommand(environment))),
        new HistoryCommand(environment),
        new CertificatesCommand(environment),
        new ProbeCommand(environment),
        new WatchCommand(environment),
        new CheckCommand(environment),
        new AcceptanceCommand(environment),
        new CompletionCommand(this, environment, () -> PeersFile.names(environment)));
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Checks whether a DICOM peer answers a C-ECHO and, if not, shows what is wrong.",
            "                 opens the window\nCOMMAND [...]")
        .group("Options", VERSION)
        .footer(
            "Exit codes: 0 every check succeeded, 1 at least one failed,",
            "            2 bad usage or unreadable input, 130 stopped by the user,",
            "            or not everything could be written.",
            "'echolot COMMAND --help' describes a command.");
  }

  @Override
  public int run(Given given) throws UsageException {
    if (!given.has(VERSION)) {
      throw new UsageException("no command given");
    }
    List.of(About.program(), About.java(), About.system()).forEach(environment.out()::println);
    SlowStart.words().ifPresent(environment.out()::println);
    return ExitCode.OK;
  }

  /**
   * What is wrong with arguments of which Java could not read all bytes, and has put U+FFFD in
   * their place: a file of that name would be another one. Null if nothing is.
   */
  private static @Nullable String undecodable(String[] args, Environment environment) {
    String encoding = System.getProperty("sun.jnu.encoding", "this system's encoding");
    String words =
        " contains bytes that are not text in " + encoding + ": set LC_ALL, or rename the file";
    for (int i = 0; i < args.length; i++) {
      if (args[i].indexOf(UNDECODABLE) >= 0) {
        return "argument " + (i + 1) + " ('" + args[i] + "')" + words;
      }
    }
    return environment.variables().getOrDefault(Folders.PEERS_VARIABLE, "").indexOf(UNDECODABLE)
            >= 0
        ? "the environment variable " + Folders.PEERS_VARIABLE + words
        : null;
  }
}
