package org.echolot.cli.option;

import java.util.List;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.text.Escapes;
import org.echolot.text.Spelling;

/** Finds the command that a command line names, reads its arguments, and runs it. */
public final class CommandTree {

  private final Command root;
  private final Environment environment;

  public CommandTree(Command root, Environment environment) {
    this.root = root;
    this.environment = environment;
  }

  /**
   * Runs one command line to its end. What is wrong with it is told in one line on standard error.
   *
   * @return the exit code
   */
  public int run(List<String> args) {
    Command command = root;
    String name = root.name();
    List<String> rest = args;
    while (!command.below().isEmpty() && !rest.isEmpty() && !rest.getFirst().startsWith("-")) {
      String word = rest.getFirst();
      List<Command> below = command.below();
      Command next = below.stream().filter(c -> c.name().equals(word)).findFirst().orElse(null);
      if (next == null) {
        List<String> names = below.stream().map(Command::name).toList();
        return complain(
            command,
            name,
            new UsageException(
                "there is no command '" + word + "'" + Spelling.question(names, word)));
      }
      command = next;
      name += " " + word;
      rest = rest.subList(1, rest.size());
    }
    return run(command, name, rest);
  }

  private int run(Command command, String name, List<String> args) {
    try {
      Given given = new Arguments(command.declaration()).read(args);
      return given.has(Declaration.HELP) ? help(command, name) : command.run(given);
    } catch (UsageException e) {
      return asksForHelp(args) ? help(command, name) : complain(command, name, e);
    } catch (InputException e) {
      return complain(command, name, e);
    } catch (InterruptedException | RuntimeException e) {
      return complain(command, name + ": internal error: " + e, ExitCode.FAILED);
    }
  }

  private int help(Command command, String name) {
    UsageText.of(command, name, environment.variables()).forEach(environment.out()::println);
    return ExitCode.OK;
  }

  /** Who asks for help is not told first what is wrong. */
  private static boolean asksForHelp(List<String> args) {
    return args.stream()
        .takeWhile(arg -> !arg.equals("--"))
        .anyMatch(Declaration.HELP.spellings()::contains);
  }

  private int complain(Command command, String name, InputException fault) {
    String hint = fault instanceof UsageException ? " (try '" + name + " --help')" : "";
    int code = fault instanceof UnwrittenException ? ExitCode.STOPPED : ExitCode.USAGE;
    return complain(command, name + ": " + fault.getMessage() + hint, code);
  }

  /** One line, whatever is in the message. */
  private int complain(Command command, String message, int code) {
    String line = Escapes.oneLine(message.replaceAll("\\R\\s*", " "));
    return command.complain(line, code, environment);
  }
}
