package org.echolot.cli;

import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;

/**
 * A command whose name is taken, and which a later version brings.
 *
 * @param purpose what it will do, for the help
 */
record LaterCommand(String name, String purpose) implements Command {

  @Override
  public Declaration declaration() {
    return Declaration.of(purpose + ". Comes with a later version.", "");
  }

  @Override
  public boolean takesAnything() {
    return true;
  }

  @Override
  public int run(Given given) throws InputException {
    throw new InputException("comes with a later version of Echolot");
  }
}
