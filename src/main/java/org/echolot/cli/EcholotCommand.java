package org.echolot.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.InputException;
import org.echolot.settings.Folders;
import org.echolot.text.About;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: what stands before and beside its commands. */
@Command(
    name = "echolot",
    versionProvider = EcholotCommand.Version.class,
    description = "Checks whether a DICOM peer answers a C-ECHO and, if not, shows what is wrong.",
    synopsisHeading = "Usage: ",
    customSynopsis = {"echolot                  opens the window", "       echolot COMMAND [...]"},
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%n",
    footer = {
      "Exit codes: 0 every check succeeded, 1 at least one failed,",
      "            2 bad usage or unreadable input, 130 stopped by the user,",
      "            or not everything could be written.",
      "'echolot COMMAND --help' describes a command."
    })
public final class EcholotCommand implements Runnable {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads the annotation
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the versions of Echolot, Java and the system.")
  @SuppressWarnings("UnusedVariable") // picocli reads the annotation
  private boolean version;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli
  private CommandSpec spec;

  private static final char UNDECODABLE = '\uFFFD';

  private EcholotCommand() {}

  /**
   * Runs one command line to its end. Writes to the streams of {@code environment} alone and leaves
   * the process as it is.
   *
   * @return the exit code
   */
  public static int run(String[] args, Environment environment) {
    String undecodable = undecodable(args, environment);
    if (undecodable != null) {
      return complain(environment, "echolot: " + undecodable);
    }
    return StoppableRun.run(
        () -> {
          CommandLine line = commandLine(environment);
          int code = line.execute(args);
          line.getOut().flush();
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

  /** All commands, ready to run. */
  static CommandLine commandLine(Environment environment) {
    CommandLine line =
        new CommandLine(new EcholotCommand())
            .addSubcommand(new EchoCommand(environment))
            .addSubcommand(new ListenCommand(environment))
            .addSubcommand(new ExplainCommand(environment))
            .addSubcommand(new SameTestCommand(environment))
            .addSubcommand(new RegisterCommand(environment))
            .addSubcommand(PeersCommand.commandLine(environment));
    LaterCommand.addTo(line, "probe", "Shows which services a peer accepts for us");
    LaterCommand.addTo(line, "watch", "Checks at intervals, without a window");
    line.setOut(writer(environment.out()))
        .setErr(writer(environment.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(
            (fault, _) -> {
              String command = fault.getCommandLine().getCommandSpec().qualifiedName();
              return complain(
                  environment, command + ": " + wordsOf(fault) + " (try '" + command + " --help')");
            })
        .setExecutionExceptionHandler(
            (fault, at, _) -> {
              String command = at.getCommandSpec().qualifiedName();
              if (fault instanceof InputException) {
                return complain(environment, command + ": " + fault.getMessage());
              }
              complain(environment, command + ": internal error: " + fault);
              return ExitCode.FAILED;
            });
    return line;
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

  private static String wordsOf(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !fault.getCommandLine().getSubcommands().isEmpty()) {
      return "there is no command '" + unmatched.getUnmatched().getFirst() + "'";
    }
    return Objects.toString(fault.getMessage(), "wrong arguments");
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** One line, whatever is in the message. */
  private static int complain(Environment environment, String message) {
    environment.err().println(Escapes.oneLine(message.replaceAll("\\R\\s*", " ")));
    return ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** Name, version and platform, for {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {About.program(), About.java(), About.system()};
    }
  }
}
