package org.echolot.cli;

import java.util.ArrayList;
import java.util.List;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.JsonLine;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.text.Escapes;

/** {@code echolot peers list}. */
final class PeersListCommand implements Command {

  /** How the list is written. */
  enum Format {
    TEXT,
    JSON
  }

  private final Environment environment;

  private static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "text, or json (one object per line).");

  PeersListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("Shows the saved peers.", "[options]")
        .group("Options", Where.OPTION, PeersFile.OPTION, FORMAT);
  }

  @Override
  public int run(Given given) throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = file.read();
    List<Peer> peers = peers(given, book);
    switch (given.value(FORMAT, Format.TEXT)) {
      case TEXT -> {
        if (peers.isEmpty()) {
          environment.out().println("No peers in " + Escapes.oneLine(file.path().toString()));
        } else {
          table(peers, book).forEach(environment.out()::println);
        }
      }
      case JSON -> peers.forEach(peer -> environment.out().print(json(peer, book) + "\n"));
    }
    return file.tellUnread(book, "peers list", environment) ? ExitCode.USAGE : ExitCode.OK;
  }

  private List<Peer> peers(Given given, PeerBook book) throws InputException {
    String where = given.value(Where.OPTION);
    return where == null ? book.peers() : Where.peers(book, where, "peers list", environment);
  }

  private static List<String> table(List<Peer> peers, PeerBook book) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "CALLED AE", "HOST:PORT", "CALLING AE", "TLS", "TAGS"));
    for (Peer peer : peers) {
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
