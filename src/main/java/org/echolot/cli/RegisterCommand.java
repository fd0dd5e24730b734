package org.echolot.cli;

import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.handout.Registration;
import org.echolot.handout.RegistrationForm;
import org.echolot.handout.flow.Measured;
import org.echolot.text.Escapes;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;

/** {@code echolot register}. */
final class RegisterCommand implements Command {

  private static final int DEFAULT_PORT = 11_112;

  private static final Kind<String> HOST =
      Kind.checked(text -> text.isEmpty() ? null : HostText.faultOf(text), text -> text);

  private final Environment environment;

  private static final Option.Value<RegistrationForm> FOR =
      new Option.Value<>(
          "--for",
          "SYSTEM",
          Kind.oneOf(RegistrationForm.values()),
          Kind.choice(RegistrationForm.values()) + "; default: message.");

  private static final Option.Value<String> ADDRESS =
      new Option.Value<>(
          "--address",
          "ADDRESS",
          HOST,
          "Our IP address, as the peer sees it; default: that of the last successful check.");

  private static final Option.Value<String> HOST_NAME =
      new Option.Value<>(
          "--host-name", "NAME", HOST, "Our host name, as the peer's reverse lookup returns it.");

  private static final Option.Value<Integer> PORT =
      new Option.Value<>(
          "--port",
          "N",
          Kind.PORT,
          "Our port, for data that the peer sends to us; default: 11112.");

  RegisterCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "register";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Writes what a peer needs to accept our calls: a message to its administrator, an"
                + " entry for its configuration, or a request for a firewall rule.",
            "[options] TARGET")
        .detail("Notes about the entry go to standard error.")
        .operands(
            new Operands(
                "TARGET",
                1,
                1,
                "The peer: AET@host:port, or the name of a saved peer.",
                Completion.Source.PEERS))
        .group("Options", FOR, ADDRESS, HOST_NAME, PORT, Targets.CALLING, PeersFile.OPTION);
  }

  @Override
  public int run(Given given) throws InputException {
    RegistrationForm form = given.value(FOR, RegistrationForm.MESSAGE);
    Registration us = registration(given);
    String obstacle = form.obstacle(us);
    if (obstacle != null) {
      throw new InputException(obstacle);
    }
    form.notes(us).forEach(note -> environment.err().println(Escapes.oneLine(note)));
    environment.out().print(form.text(us));
    return ExitCode.OK;
  }

  private Registration registration(Given given) throws InputException {
    CheckRequest peer =
        Targets.ofThoseNamed(name(), given, environment).named(given.operands().getFirst());
    @Nullable CheckResult last =
        MeasuredPeers.lastSuccesses(name(), environment).apply(peer.peerId()).orElse(null);
    Measured measured = Measured.of(peer, last);
    return new Registration(
        peer.callingAe(),
        given.value(ADDRESS, measured == null ? "" : measured.ourAddress()),
        given.value(HOST_NAME, ""),
        given.value(PORT, DEFAULT_PORT),
        peer,
        measured == null ? null : last);
  }
}
