package org.echolot.cli.option;

import java.util.List;

/** A command that is a name for others. */
public record Branch(String name, String summary, List<Command> below) implements Command {

  public Branch {
    below = List.copyOf(below);
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(summary, "COMMAND [...]");
  }

  @Override
  public int run(Given given) throws UsageException {
    List<String> names = below.stream().map(Command::name).toList();
    throw new UsageException("no command: give " + Spelling.anyOf(names));
  }
}
