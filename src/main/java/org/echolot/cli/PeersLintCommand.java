package org.echolot.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.echolot.check.run.HostNames;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.concurrent.StopSignal;
import org.echolot.json.JsonLine;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.peers.lint.Hint;
import org.echolot.peers.lint.PeersLint;
import org.echolot.text.Escapes;

/** {@code echolot peers lint}: one line a hint. */
final class PeersLintCommand implements Command {

  /** How the hints are written. */
  enum Format {
    TEXT,
    JSON
  }

  /** For all names together: an answer that comes later helps nobody who waits here. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private static final Option STRICT =
      new Option.Flag("--strict", "Exit with 1 where there is any hint.");
  private static final Option NO_LOOKUP =
      new Option.Flag("--no-lookup", "Do not ask what addresses the host names have.");
  private static final Option.Value<Duration> TIMEOUT =
      new Option.Value<>(
          "--timeout", "TIME", Kind.TIME, "For all host names together; default 10s.");
  private static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "text, or json (one object per line).");

  private final Environment environment;

  PeersLintCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Looks for what is often a mistake in the saved peers. Calls none of them.",
            "[options]")
        .group("Options", PeersFile.OPTION, STRICT, NO_LOOKUP, TIMEOUT, FORMAT);
  }

  @Override
  public int run(Given given) throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = file.read();
    List<Hint> hints = PeersLint.of(book, PeerStore.folderOf(file.path()), addresses(book, given));
    for (Hint hint : hints) {
      environment
          .out()
          .println(
              given.value(FORMAT, Format.TEXT) == Format.JSON
                  ? json(hint)
                  : Escapes.oneLine(
                      hint.peerName() + ": " + hint.text() + " [" + hint.kind() + "]"));
    }
    return given.has(STRICT) && !hints.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
  }

  private Map<String, HostNames.Answer> addresses(PeerBook book, Given given) {
    if (given.has(NO_LOOKUP)) {
      return Map.of();
    }
    StopSignal stop = new StopSignal();
    try (var _ = environment.interrupted().onStop(stop::stop);
        var _ = environment.terminated().onStop(stop::stop)) {
      return new HostNames()
          .lookUp(PeersLint.hostNames(book), given.value(TIMEOUT, DEFAULT_TIMEOUT), stop);
    }
  }

  private static String json(Hint hint) {
    return JsonLine.of(
        to ->
            to.text("name", hint.peerName())
                .text("id", hint.peerId() == null ? null : hint.peerId().toString())
                .text("code", hint.kind().name())
                .text("text", hint.text()));
  }
}
