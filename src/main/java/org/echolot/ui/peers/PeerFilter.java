package org.echolot.ui.peers;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeerRow.Status;

/** Which rows fit the words that a user types: each word must be in the row somewhere. */
final class PeerFilter {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private PeerFilter() {}

  static Predicate<PeerRow> of(String text) {
    List<String> words = BLANKS.splitAsStream(text.strip().toLowerCase(Locale.ROOT)).toList();
    return row -> {
      String all = searchable(row);
      return words.stream().allMatch(all::contains);
    };
  }

  private static String searchable(PeerRow row) {
    Peer peer = row.peer();
    String callingAe = peer.callingAe() == null ? "" : peer.callingAe().value();
    return String.join(
            "\n",
            peer.name(),
            peer.calledAe().value(),
            peer.host() + ":" + peer.port(),
            callingAe,
            String.join("\n", peer.tags()),
            peer.notes(),
            peer.tls() == null ? "" : "tls",
            row.status() == Status.RUNNING ? "" : ResultWords.of(row))
        .toLowerCase(Locale.ROOT);
  }
}
