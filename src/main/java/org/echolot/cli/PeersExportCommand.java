package org.echolot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import org.echolot.cli.option.UnwrittenException;
import org.echolot.cli.option.UsageException;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.live.LiveOrthanc;
import org.echolot.peers.exchange.live.Login;
import org.echolot.peers.exchange.live.ServerException;
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

  private static final Option.Flag WRITE =
      new Option.Flag("--write", "With a URL: write what was shown.");

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
            "Exports the saved peers for another system.", "--as FORMAT [options] FILE|URL|-")
        .detail("What the format cannot hold is told on standard error before anything is written.")
        .detail(
            "URL: http(s)://HOST:PORT of a running Orthanc. The difference is shown first; --write"
                + " adds and changes modalities. None is deleted.")
        .operands(
            new Operands("FILE", 1, 1, "Where to; - for standard output.", Completion.Source.FILES))
        .group("Options", AS, TAG, DRY_RUN, WRITE, PeersFile.OPTION)
        .group(ServerAccess.GROUP);
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    PeerListFormat format = given.value(AS);
    if (format == null) {
      throw new UsageException("--as is missing: " + PeerListFormat.words(true));
    }
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = file.read();
    boolean isPartial = file.tellUnread(book, "peers export", environment);
    PeerBook chosen = chosen(book, given.values(TAG));
    String to = given.operands().getFirst();
    if (ServerAccess.isUrl(to)) {
      writeBack(to, format, chosen, given);
      return isPartial ? ExitCode.USAGE : ExitCode.OK;
    }
    PeerExport export = PeerExport.of(format, chosen);
    for (String loss : export.losses()) {
      environment.err().println("echolot peers export: " + Escapes.oneLine(loss));
    }
    if (!given.has(DRY_RUN)) {
      write(export, to);
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

  private void writeBack(String url, PeerListFormat format, PeerBook book, Given given)
      throws InputException, InterruptedException {
    if (format != PeerListFormat.ORTHANC || !LiveOrthanc.isUrl(url)) {
      throw new InputException("only an Orthanc can be written to: --as orthanc http://HOST:PORT");
    }
    ServerAccess access = new ServerAccess(given, environment);
    Login login = access.login();
    boolean writes = given.has(WRITE) && !given.has(DRY_RUN);
    try (LiveOrthanc orthanc =
        new LiveOrthanc(url, access.trusted(), login, LiveOrthanc.DEADLINE)) {
      LiveOrthanc.Difference difference = orthanc.compare(book.peers());
      difference
          .leftOut()
          .forEach(
              why -> environment.err().println("echolot peers export: " + Escapes.oneLine(why)));
      for (LiveOrthanc.Change change : difference.changes()) {
        if (writes) {
          orthanc.write(change);
        }
        environment
            .out()
            .println(
                Escapes.oneLine(
                    (change.isNew() ? "added      " : "changed    ")
                        + change.name()
                        + ": "
                        + change.differences()));
      }
      environment
          .err()
          .println(
              "echolot peers export: "
                  + difference.changes().size()
                  + (writes ? " written, " : " to write (add --write to do it), ")
                  + difference.same()
                  + " same");
    } catch (ServerException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(login.password(), '\0');
    }
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
      throw new UnwrittenException(String.valueOf(e.getMessage()));
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
