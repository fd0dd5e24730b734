package org.echolot.cli.option;

import java.util.List;
import java.util.function.Supplier;
import org.echolot.text.Spelling;

/**
 * A command that is a name for others.
 *
 * @param commands makes those others, when somebody asks for them: what they can choose from may
 *     take longer to load than another command takes
 */
public record Branch(String name, String summary, Supplier<List<Command>> commands)
    implements Command {

  @Override
  public List<Command> below() {
    return commands.get();
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(summary, "COMMAND [...]");
  }

  @Override
  public int run(Given given) throws UsageException {
    List<String> names = below().stream().map(Command::name).toList();
    throw new UsageException("no command: give " + Spelling.anyOf(names));
  }
}
