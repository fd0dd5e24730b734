package org.echolot.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.AeTitleConverter;
import org.echolot.cli.option.ForbiddenOptions;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.ListenTlsOptions;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code echolot listen}. */
@Command(
    name = "listen",
    description = "Answers C-ECHO until it is stopped.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot listen [options]")
final class ListenCommand implements Callable<Integer> {

  private final Environment environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli
  private CommandSpec spec;

  @Option(
      names = "--ae",
      paramLabel = "AET",
      converter = AeTitleConverter.class,
      defaultValue = "ECHOLOT",
      description =
          "Our AE title; calls to any other AE title are rejected. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // has a default
  private AeTitle ae;

  @Option(names = "--any-called", description = "Accept every called AE title.")
  private boolean anyCalled;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ListenerOptions.DEFAULT_PORT,
      description = "The port, or 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on. Default: ${DEFAULT-VALUE}, which only this computer can"
              + " reach.")
  @SuppressWarnings("NullAway.Init") // has a default
  private String bind;

  @Option(
      names = "--accept-calling",
      paramLabel = "AET",
      split = ",",
      converter = AeTitleConverter.class,
      description = "Calling AE titles to accept, separated by commas; default: all.")
  private List<AeTitle> acceptCalling = new ArrayList<>();

  @Option(
      names = "--accept-from",
      paramLabel = "ADDRESS",
      split = ",",
      description = "Addresses to accept calls from, separated by commas; default: all.")
  private List<String> acceptFrom = new ArrayList<>();

  @Option(
      names = "--max-associations",
      paramLabel = "N",
      defaultValue = "64",
      description = "The limit of open associations. Default: ${DEFAULT-VALUE}.")
  private int maxAssociations;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description =
          "Level of the log on standard error: info, debug or trace. Default: ${DEFAULT-VALUE}.")
  private Level log = Level.INFO;

  @Mixin private ListenTlsOptions tls = new ListenTlsOptions();

  @Mixin private ForbiddenOptions forbidden = new ForbiddenOptions();

  ListenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException, InterruptedException {
    forbidden.refuse();
    ListenerOptions options = options();
    TlsServer server = tls.server(environment);
    Journal journal = new Journal();
    CountDownLatch over = new CountDownLatch(1);
    try (LogPrinter printer = new LogPrinter(environment.err(), () -> over.getCount() == 0);
        VerificationScp scp = start(options, server, journal, printer);
        var _ = environment.interrupted().onStop(over::countDown);
        var _ = environment.terminated().onStop(over::countDown)) {
      environment.out().println("listening as " + ae + " on " + AddressText.of(scp.address()));
      // Whoever waits for that line would wait for ever.
      if (environment.out().checkError()) {
        return ExitCode.STOPPED;
      }
      over.await();
    }
    return environment.interrupted().isStopped() ? ExitCode.STOPPED : ExitCode.OK;
  }

  private VerificationScp start(
      ListenerOptions options, @Nullable TlsServer server, Journal journal, LogPrinter printer)
      throws InputException {
    journal.addReader(printer, log);
    try {
      return VerificationScp.start(options, server, journal);
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  private ListenerOptions options() throws InputException {
    if (port < 0 || port > 65_535) {
      throw wrong("--port must be from 0 to 65535, not " + port);
    }
    if (maxAssociations < 1 || maxAssociations > ListenerOptions.MAX_ASSOCIATIONS) {
      throw wrong(
          "--max-associations must be from 1 to "
              + ListenerOptions.MAX_ASSOCIATIONS
              + ", not "
              + maxAssociations);
    }
    Set<InetAddress> from = new HashSet<>();
    for (String address : acceptFrom) {
      from.add(address("--accept-from", address));
    }
    ListenerOptions standard = ListenerOptions.onLoopback(ae, port);
    return new ListenerOptions(
        ae,
        anyCalled,
        address("--bind", bind),
        port,
        Set.copyOf(acceptCalling),
        from,
        maxAssociations,
        standard.associateTimeout(),
        standard.idleTimeout());
  }

  private static InetAddress address(String option, String value) throws InputException {
    try {
      if (value.isBlank()) {
        throw new UnknownHostException("blank");
      }
      return InetAddress.getByName(value.strip());
    } catch (UnknownHostException _) {
      throw new InputException(
          option + ": '" + value + "' is neither an address nor a name that has one");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
