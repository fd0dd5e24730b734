package org.echolot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.echolot.cli.option.UsageException;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.text.Escapes;

/** {@code echolot peers export}. */
final class PeersExportCommand implements Command {

  private static final Option.Value<PeerListFormat> AS =
      new Option.Value<>(
          "--as", "FORMAT", PeersImportCommand.format(true), PeerListFormat.words(true) + ".");

  private static final Option.Values<String> TAG =
      new Option.Values<>(
          "--tag", "TAG", "", Kind.TEXT, "Only the peers with this tag, or with one of several.");

  private static final Option.Flag DRY_RUN =
      new Option.Flag("--dry-run", "Show what the format cannot hold, and write nothing.");

  private static final String STANDARD_OUTPUT = "-";

  private final Environment environment;

  PeersExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Exports the saved peers for another system.", "--as FORMAT [options] FILE|-")
        .detail("What the format cannot hold is told on standard error before anything is written.")
        .operands(
            new Operands("FILE", 1, 1, "Where to; - for standard output.", Completion.Source.FILES))
        .group("Options", AS, TAG, DRY_RUN, PeersFile.OPTION);
  }

  @Override
  public int run(Given given) throws InputException {
    PeerListFormat format = given.value(AS);
    if (format == null) {
      throw new UsageException("--as is missing: " + PeerListFormat.words(true));
    }
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = file.read();
    boolean isPartial = file.tellUnread(book, "peers export", environment);
    PeerExport export = PeerExport.of(format, chosen(book, given.values(TAG)));
    for (String loss : export.losses()) {
      environment.err().println("echolot peers export: " + Escapes.oneLine(loss));
    }
    if (!given.has(DRY_RUN)) {
      write(export, given.operands().getFirst());
    }
    return isPartial ? ExitCode.USAGE : ExitCode.OK;
  }

  private static PeerBook chosen(PeerBook book, List<String> tags) throws InputException {
    List<Peer> peers =
        book.peers().stream()
            .filter(peer -> tags.isEmpty() || tags.stream().anyMatch(peer.tags()::contains))
            .toList();
    if (peers.isEmpty()) {
      throw new InputException(tags.isEmpty() ? "there are no peers" : "no peer has this tag");
    }
    return new PeerBook(book.callingAe(), peers, tags.isEmpty() ? book.raw() : RawFields.NONE);
  }

  private void write(PeerExport export, String to) throws InputException {
    if (to.equals(STANDARD_OUTPUT)) {
      environment.out().print(export.text());
      environment.out().flush();
      return;
    }
    try {
      new AtomicFile(environment.directory().resolve(Kind.FILE.reader().read(to)), FileSteps.REAL)
          .write(export.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    environment
        .err()
        .println(
            "echolot peers export: "
                + export.written()
                + (export.written() == 1 ? " peer" : " peers")
                + " written to "
                + to);
  }
}
