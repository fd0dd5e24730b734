package org.echolot.cli.option;

import java.util.List;
import org.echolot.cli.environment.Environment;

/** A word of the command line and what it does. */
public interface Command {

  String name();

  Declaration declaration();

  /** The commands below this one; with any, this one is a name for them. */
  default List<Command> below() {
    return List.of();
  }

  /**
   * Tells whoever gave it something that it can't use, or that it broke down.
   *
   * @param line one line
   * @param code what it comes to with most commands
   * @return the exit code
   */
  default int complain(String line, int code, Environment environment) {
    environment.err().println(line);
    return code;
  }

  /**
   * Does it, and waits until it is done.
   *
   * @return the exit code
   * @throws InputException if what was given can't be used
   */
  int run(Given given) throws InputException, InterruptedException;
}
