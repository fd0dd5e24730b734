package org.echolot.cli;

import java.util.concurrent.Callable;
import org.echolot.cli.option.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command whose name is taken, and which a later version brings. */
final class LaterCommand implements Callable<Integer> {

  private LaterCommand() {}

  /**
   * Adds such a command.
   *
   * @param description what it will do, for the help
   */
  static void addTo(CommandLine parent, String name, String description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(new LaterCommand());
    spec.usageMessage().description(description + ". Comes with a later version.");
    CommandLine line = new CommandLine(spec);
    line.setUnmatchedArgumentsAllowed(true);
    parent.addSubcommand(name, line);
  }

  @Override
  public Integer call() throws InputException {
    throw new InputException("comes with a later version of Echolot");
  }
}
