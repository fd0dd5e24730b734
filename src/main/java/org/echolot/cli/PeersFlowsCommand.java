package org.echolot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.echolot.cli.option.UnwrittenException;
import org.echolot.concurrent.LocalClock;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.handout.flow.FlowPeer;
import org.echolot.handout.flow.FlowSheet;
import org.echolot.handout.flow.Measured;
import org.echolot.handout.flow.OurListener;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.jspecify.annotations.Nullable;

/** {@code echolot peers flows}: the table that a network team asks for. */
final class PeersFlowsCommand implements Command {

  private static final int DEFAULT_PORT = 11_112;
  private static final String STANDARD_OUTPUT = "-";

  private static final Option.Value<FlowSheet.Form> AS =
      new Option.Value<>(
          "--as",
          "FORMAT",
          Kind.oneOf(FlowSheet.Form.values()),
          Kind.choice(FlowSheet.Form.values())
              + "; default: what the name of the file ends with, or text.");

  private static final Option.Values<String> TAG =
      new Option.Values<>(
          "--tag", "TAG", "", Kind.TEXT, "Only the peers with this tag, or with one of several.");

  private static final Option.Value<AeTitle> LISTEN_AE =
      new Option.Value<>(
          "--listen-ae",
          "AET",
          Kind.AE_TITLE,
          "The peers call us by this AE title: adds their calls. Default with --listen-port:"
              + " ECHOLOT.");

  private static final Option.Value<Integer> LISTEN_PORT =
      new Option.Value<>(
          "--listen-port",
          "N",
          Kind.PORT,
          "The peers call us on this port: adds their calls. Default with --listen-ae: 11112.");

  private static final Option.Flag LISTEN_TLS =
      new Option.Flag("--listen-tls", "The peers call us over TLS.");

  private final Environment environment;

  PeersFlowsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "flows";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Writes which connections the saved peers need, for a network team.",
            "[options] FILE|-")
        .detail(
            "Source addresses and latencies are those of the last successful check of each peer."
                + " Calls no peer.")
        .operands(
            new Operands("FILE", 1, 1, "Where to; - for standard output.", Completion.Source.FILES))
        .group("Options", AS, TAG, LISTEN_AE, LISTEN_PORT, LISTEN_TLS, PeersFile.OPTION);
  }

  @Override
  public int run(Given given) throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = file.read();
    boolean isPartial = file.tellUnread(book, "peers flows", environment);
    String to = given.operands().getFirst();
    FlowSheet sheet =
        new FlowSheet(peers(file, book, given.values(TAG)), listener(given), LocalClock.now());
    write(sheet.text(given.value(AS, formOf(to))), to);
    return isPartial ? ExitCode.USAGE : ExitCode.OK;
  }

  private List<FlowPeer> peers(PeersFile file, PeerBook book, List<String> tags)
      throws InputException {
    Function<UUID, Optional<CheckResult>> lastSuccesses =
        MeasuredPeers.lastSuccesses("peers flows", environment);
    List<FlowPeer> peers =
        book.peers().stream()
            .filter(peer -> tags.isEmpty() || hasOneOf(peer, tags))
            .map(
                peer -> {
                  CheckRequest request = book.requestFor(peer, PeerStore.folderOf(file.path()));
                  @Nullable CheckResult last = lastSuccesses.apply(peer.id()).orElse(null);
                  return new FlowPeer(request, peer.tags(), Measured.of(request, last));
                })
            .toList();
    if (peers.isEmpty()) {
      throw new InputException(
          book.peers().isEmpty() ? "there are no peers in " + file.path() : "no peer has this tag");
    }
    return peers;
  }

  private static boolean hasOneOf(Peer peer, List<String> tags) {
    return tags.stream()
        .anyMatch(tag -> peer.tags().stream().anyMatch(tag.strip()::equalsIgnoreCase));
  }

  /** Null: no peer calls us. */
  private static @Nullable OurListener listener(Given given) {
    return given.has(LISTEN_AE) || given.has(LISTEN_PORT) || given.has(LISTEN_TLS)
        ? new OurListener(
            given.value(LISTEN_AE, PeerBook.DEFAULT_CALLING_AE),
            given.value(LISTEN_PORT, DEFAULT_PORT),
            given.has(LISTEN_TLS))
        : null;
  }

  private static FlowSheet.Form formOf(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return FlowSheet.Form.HTML;
    }
    return name.endsWith(".csv") ? FlowSheet.Form.CSV : FlowSheet.Form.TEXT;
  }

  private void write(String text, String to) throws InputException {
    if (to.equals(STANDARD_OUTPUT)) {
      environment.out().print(text);
      return;
    }
    try {
      new AtomicFile(environment.directory().resolve(Kind.FILE.reader().read(to)), FileSteps.REAL)
          .write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnwrittenException(String.valueOf(e.getMessage()));
    }
  }
}
