package org.echolot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.InputException;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.JsonLine;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code echolot peers list}. */
@Command(
    name = "list",
    description = "Shows the saved peers.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot peers list [options]")
final class PeersListCommand implements Callable<Integer> {

  /** How the list is written. */
  enum Format {
    TEXT,
    JSON
  }

  private final Environment environment;

  @Option(
      names = "--peers",
      paramLabel = "FILE",
      description = "The peers file; default: ECHOLOT_PEERS, or the window's file.")
  private @Nullable Path peers;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json (one object per line).")
  private Format format = Format.TEXT;

  PeersListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException {
    PeersFile file = PeersFile.find(peers, environment);
    PeerBook book = file.read();
    switch (format) {
      case TEXT -> {
        if (book.peers().isEmpty()) {
          environment.out().println("No peers in " + Escapes.oneLine(file.path().toString()));
        } else {
          table(book).forEach(environment.out()::println);
        }
      }
      case JSON -> book.peers().forEach(peer -> environment.out().print(json(peer, book) + "\n"));
    }
    return ExitCode.OK;
  }

  private static List<String> table(PeerBook book) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "CALLED AE", "HOST:PORT", "CALLING AE", "TLS", "TAGS"));
    for (Peer peer : book.peers()) {
      rows.add(
          List.of(
              Escapes.oneLine(peer.name()),
              peer.calledAe().value(),
              Escapes.oneLine(peer.hostAndPort()),
              callingAe(peer, book).value(),
              peer.tls() == null ? "no" : "yes",
              Escapes.oneLine(String.join(", ", peer.tags()))));
    }
    int[] widths = new int[rows.getFirst().size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    return rows.stream().map(row -> aligned(row, widths)).toList();
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String json(Peer peer, PeerBook book) {
    return JsonLine.of(
        to ->
            to.text("name", peer.name())
                .text("calledAe", peer.calledAe().value())
                .text("host", peer.host())
                .number("port", peer.port())
                .text("callingAe", callingAe(peer, book).value())
                .bool("tls", peer.tls() != null)
                .texts("tags", peer.tags())
                .text("notes", peer.notes()));
  }

  private static AeTitle callingAe(Peer peer, PeerBook book) {
    return peer.callingAe() == null ? book.callingAe() : peer.callingAe();
  }
}
