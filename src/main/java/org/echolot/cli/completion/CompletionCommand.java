package org.echolot.cli.completion;

import java.util.List;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;

/** {@code echolot completion}. */
public final class CompletionCommand implements Command {

  /** What can be written. */
  private enum Form {
    BASH,
    ZSH,
    FISH,
    POWERSHELL,
    MAN;

    String of(Word root) {
      return switch (this) {
        case BASH -> BashScript.of(root);
        case ZSH -> ZshScript.of(root);
        case FISH -> FishScript.of(root);
        case POWERSHELL -> PowerShellScript.of(root);
        case MAN -> ManualPage.of(root);
      };
    }
  }

  /** Names the saved peers; the scripts ask for it. */
  @FunctionalInterface
  public interface PeerNames {
    /**
     * @throws InputException if their file can't be read
     */
    List<String> read() throws InputException;
  }

  /** For the scripts alone. */
  private static final String PEERS = "peers";

  private static final Kind<Form> FORM = Kind.oneOf(Form.values());

  private final Command root;
  private final Environment environment;
  private final PeerNames peers;

  /**
   * @param root the command above all, of which the scripts are made
   */
  public CompletionCommand(Command root, Environment environment, PeerNames peers) {
    this.root = root;
    this.environment = environment;
    this.peers = peers;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Writes the script with which a shell completes our commands, or the manual page.",
            "SHELL")
        .detail(
            "For example: echolot completion bash"
                + " >~/.local/share/bash-completion/completions/echolot")
        .operands(new Operands("SHELL", 1, 1, Kind.choice(Form.values()) + ".", FORM.completion()));
  }

  @Override
  public int run(Given given) throws InputException {
    String wanted = given.operands().getFirst();
    if (wanted.equals(PEERS)) {
      peers.read().forEach(environment.out()::println);
    } else {
      environment.out().print(FORM.reader().read(wanted).of(Word.of(root)));
    }
    return ExitCode.OK;
  }
}
