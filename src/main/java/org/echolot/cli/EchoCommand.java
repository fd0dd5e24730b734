package org.echolot.cli;

import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;

/** {@code echolot echo}. */
record EchoCommand(Environment environment) implements Command {

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public Declaration declaration() {
    return EchoOptions.declaration();
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    return new EchoRun(environment, given).run();
  }
}
