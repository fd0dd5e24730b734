package org.echolot.cli;

import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;

/** {@code echolot probe}. */
record ProbeCommand(Environment environment) implements Command {

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public Declaration declaration() {
    return ProbeOptions.declaration();
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    return new ProbeRun(environment, given).run();
  }
}
