package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/**
 * A list for another system, made and not yet written, and what gets lost on that way: what was
 * made is read again, and compared. Immutable.
 *
 * @param text the list
 * @param written how many peers are in it
 * @param losses what it can't hold, a sentence each; empty if it holds everything
 */
public record PeerExport(PeerListFormat format, String text, int written, List<String> losses) {

  private static final int NAMED = 5;

  public PeerExport {
    losses = List.copyOf(losses);
  }

  /**
   * @throws IllegalArgumentException if this kind is not written
   */
  public static PeerExport of(PeerListFormat format, PeerBook book) {
    ListWriter writer = format.writer();
    if (writer == null) {
      throw new IllegalArgumentException(format + " is not written");
    }
    List<Peer> kept = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    for (Peer peer : book.peers()) {
      String obstacle = writer.obstacle(peer, kept);
      if (obstacle == null) {
        kept.add(peer);
      } else {
        losses.add(RowCollector.quoted(peer.name()) + " is left out: " + obstacle);
      }
    }
    String text = writer.write(new PeerBook(book.callingAe(), kept, book.raw()));
    losses.addAll(Differences.after(format, text, kept));
    return new PeerExport(format, text, kept.size(), losses);
  }

  /** Compares what was written with what it is read as. */
  private static final class Differences {

    private final Map<PeerField, List<String>> lost = new EnumMap<>(PeerField.class);
    private final List<String> sentences = new ArrayList<>();

    static List<String> after(PeerListFormat format, String text, List<Peer> peers) {
      Differences differences = new Differences();
      List<ImportedRow> rows = rows(format, text);
      for (int i = 0; i < peers.size(); i++) {
        Optional<ImportedRow> row = i < rows.size() ? Optional.of(rows.get(i)) : Optional.empty();
        differences.compare(peers.get(i), row);
      }
      differences.lost.forEach(
          (field, names) ->
              differences.sentences.add(
                  format.title() + " cannot hold " + field.label() + ": " + named(names)));
      return differences.sentences;
    }

    private static List<ImportedRow> rows(PeerListFormat format, String text) {
      try {
        return format.read(ListContent.ofText(text)).rows();
      } catch (UnreadableListException _) {
        return List.of(); // there is no peer in it
      }
    }

    private void compare(Peer peer, Optional<ImportedRow> row) {
      if (!(row.orElse(null) instanceof ImportedRow.Read read)) {
        sentences.add(RowCollector.quoted(peer.name()) + " cannot be written as it is.");
        return;
      }
      for (PeerField field : PeerField.values()) {
        boolean isDetail = field == PeerField.TLS_SETTINGS;
        if (isDetail && (peer.tls() == null || !field.isUsedBy(peer))) {
          continue;
        }
        if (field.isSame(peer, read.peer())) {
          continue;
        }
        if (field == PeerField.NAME) {
          sentences.add(
              RowCollector.quoted(peer.name())
                  + " is written as "
                  + RowCollector.quoted(read.peer().name())
                  + ".");
        } else {
          lost.computeIfAbsent(field, _ -> new ArrayList<>()).add(peer.name());
        }
      }
    }

    private static String named(List<String> names) {
      List<String> first = names.stream().limit(NAMED).map(RowCollector::quoted).toList();
      int more = names.size() - first.size();
      return String.join(", ", first) + (more == 0 ? "." : " and " + more + " more.");
    }
  }
}
