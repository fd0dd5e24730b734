package org.echolot.ui.peers;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.echolot.check.CheckResult;
import org.echolot.peers.Peer;

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
    // A row does not go away because it is checked again.
    CheckResult result = row.lastResult();
    String callingAe = peer.callingAe() == null ? "" : peer.callingAe().value();
    return String.join(
            "\n",
            peer.name(),
            peer.calledAe().value(),
            peer.host() + ":" + peer.port(),
            callingAe,
            String.join("\n", peer.tags()),
            peer.notes(),
            PeerColumns.tlsMark(peer),
            result == null ? "never checked" : ResultWords.of(result))
        .toLowerCase(Locale.ROOT);
  }
}
