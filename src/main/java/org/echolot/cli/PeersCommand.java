package org.echolot.cli;

import org.echolot.cli.environment.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code echolot peers}: a name for the commands below it. */
@Command(
    name = "peers",
    description = "Shows and exchanges the saved peers.",
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    customSynopsis = "echolot peers COMMAND [...]")
final class PeersCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli
  private CommandSpec spec;

  private PeersCommand() {}

  static CommandLine commandLine(Environment environment) {
    CommandLine line = new CommandLine(new PeersCommand());
    line.addSubcommand(new PeersListCommand(environment));
    LaterCommand.addTo(line, "lint", "Looks for mistakes in the saved peers");
    LaterCommand.addTo(line, "import", "Imports the peers of another system");
    LaterCommand.addTo(line, "export", "Exports the peers for another system");
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command: give list, lint, import or export");
  }
}
