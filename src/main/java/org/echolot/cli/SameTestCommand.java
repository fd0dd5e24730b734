package org.echolot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.echolot.cli.option.TlsOptions;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.SameTest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echolot same-test}. */
@Command(
    name = "same-test",
    description = "Writes the command with which another tool runs the same check.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot same-test [options] TARGET...")
final class SameTestCommand implements Callable<Integer> {

  private final Environment environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description = "AET@host:port, or the name of a saved peer.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "TOOL",
      completionCandidates = Tools.class,
      description = "${COMPLETION-CANDIDATES}; default: echoscu.")
  private String tool = word(SameTest.ECHOSCU);

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

  @Mixin private TlsOptions tls = new TlsOptions();

  SameTestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException {
    SameTest test =
        Stream.of(SameTest.values())
            .filter(t -> word(t).equals(tool.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException("--as: unknown tool '" + tool + "'; known are " + words()));
    Targets found = targets(peers, "same-test", environment, targets, calling);
    List<CheckRequest> requests = new ArrayList<>();
    for (String target : targets) {
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

  /** Finds what was named, for commands that check nothing. */
  static Targets targets(
      @Nullable Path peers,
      String command,
      Environment environment,
      List<String> named,
      @Nullable AeTitle calling)
      throws InputException {
    PeersFile file = PeersFile.find(peers, environment);
    boolean needed = !named.stream().allMatch(target -> target.contains("@"));
    return new Targets(
        file,
        file.read(needed, command, environment),
        new Targets.Wishes(calling, null, null, null, true));
  }

  private static String word(SameTest test) {
    return test.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String words() {
    return String.join(", ", new Tools());
  }

  /** The words for the tools. */
  static final class Tools implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(SameTest.values()).map(SameTestCommand::word).iterator();
    }
  }
}
