package org.echolot.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.AeTitleConverter;
import org.echolot.cli.option.InputException;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.Registration;
import org.echolot.handout.RegistrationForm;
import org.echolot.text.Escapes;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echolot register}. */
@Command(
    name = "register",
    description = {
      "Writes what a peer needs to accept our calls: a message to its administrator, or an entry"
          + " for its configuration.",
      "",
      "Notes about the entry go to standard error."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot register [options] TARGET")
final class RegisterCommand implements Callable<Integer> {

  private static final int DEFAULT_PORT = 11_112;

  private final Environment environment;

  @Parameters(
      arity = "1",
      paramLabel = "TARGET",
      description = "The peer: AET@host:port, or the name of a saved peer.")
  private String target = "";

  @Option(
      names = "--for",
      paramLabel = "SYSTEM",
      completionCandidates = Systems.class,
      description = "${COMPLETION-CANDIDATES}; default: message.")
  private String system = word(RegistrationForm.MESSAGE);

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Our IP address, as the peer sees it.")
  private String address = "";

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "Our host name, as the peer's reverse lookup returns it.")
  private String hostName = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Our port, for data that the peer sends to us; default: 11112.")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--calling",
      paramLabel = "AET",
      converter = AeTitleConverter.class,
      description = "Our calling AE title.")
  private @Nullable AeTitle calling;

  @Option(
      names = "--peers",
      paramLabel = "FILE",
      description = "The peers file; default: ECHOLOT_PEERS, or the window's file.")
  private @Nullable Path peers;

  RegisterCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException {
    RegistrationForm form =
        Stream.of(RegistrationForm.values())
            .filter(f -> word(f).equals(system.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "--for: unknown system '"
                            + system
                            + "'; known are "
                            + String.join(", ", new Systems())));
    Registration us = registration();
    String obstacle = form.obstacle(us);
    if (obstacle != null) {
      throw new InputException(obstacle);
    }
    form.notes(us).forEach(note -> environment.err().println(Escapes.oneLine(note)));
    environment.out().print(form.text(us));
    return ExitCode.OK;
  }

  private Registration registration() throws InputException {
    if (port < 1 || port > 65_535) {
      throw new InputException("--port must be from 1 to 65535, not " + port);
    }
    requireHost("--address", address);
    requireHost("--host-name", hostName);
    CheckRequest peer =
        SameTestCommand.targets(peers, "register", environment, List.of(target), calling)
            .named(target);
    return new Registration(peer.callingAe(), address, hostName, port, peer, null);
  }

  private static void requireHost(String option, String host) throws InputException {
    String fault = host.isEmpty() ? null : HostText.faultOf(host);
    if (fault != null) {
      throw new InputException(option + ": " + fault);
    }
  }

  private static String word(RegistrationForm form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for the systems. */
  static final class Systems implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(RegistrationForm.values()).map(RegisterCommand::word).iterator();
    }
  }
}
