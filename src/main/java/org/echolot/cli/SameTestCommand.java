package org.echolot.cli;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.cli.option.TlsOptions;
import org.echolot.handout.SameTest;

/** {@code echolot same-test}. */
final class SameTestCommand implements Command {

  private final Environment environment;

  private static final Option.Value<SameTest> AS =
      new Option.Value<>(
          "--as",
          "TOOL",
          Kind.oneOf(SameTest.values()),
          Kind.choice(SameTest.values()) + "; default: echoscu.");

  SameTestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "same-test";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Writes the command with which another tool runs the same check.",
            "[options] TARGET...")
        .operands(Operands.targets(1, "AET@host:port, or the name of a saved peer."))
        .group("Options", AS, Targets.CALLING, PeersFile.OPTION)
        .group(TlsOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }

  @Override
  public int run(Given given) throws InputException {
    SameTest test = given.value(AS, SameTest.ECHOSCU);
    TlsOptions tls = new TlsOptions(given);
    Targets found = Targets.ofThoseNamed(name(), given, environment);
    List<CheckRequest> requests = new ArrayList<>();
    for (String target : given.operands()) {
      requests.add(found.named(target));
    }
    List<String> commands = new ArrayList<>();
    for (CheckRequest request : tls.applyTo(requests, environment.directory())) {
      String obstacle = test.obstacle(request);
      if (obstacle != null) {
        throw new InputException("'" + request.name() + "': " + obstacle);
      }
      commands.add(test.text(request));
    }
    commands.forEach(environment.out()::println);
    return ExitCode.OK;
  }
}
