package org.echolot.ui.peers;

import java.util.List;
import java.util.Locale;
import org.echolot.ui.peers.PeerRow.Status;

/**
 * The header of a group of peers. Immutable; a group that changed has another.
 *
 * @param name of the tag or host; empty for peers that have none
 * @param peers all that the filter shows, folded away or not
 * @param failing how many of them fail
 */
public record GroupRow(String name, List<PeerRow> peers, int failing, boolean folded)
    implements ListRow {

  public GroupRow {
    peers = List.copyOf(peers);
  }

  static GroupRow of(String name, List<PeerRow> peers, boolean folded) {
    long failing = peers.stream().filter(row -> row.verdict() == Status.FAILED).count();
    return new GroupRow(name, peers, (int) failing, folded);
  }

  /** What the header says in place of a name. */
  public String title() {
    return titleOf(name);
  }

  /** The same for a group of that name. */
  public static String titleOf(String name) {
    return name.isEmpty() ? "Others" : name;
  }

  /** {@code 2 of 14 failing}, or how many there are where none fails. */
  public String counts() {
    return failing > 0
        ? String.format(Locale.ROOT, "%d of %d failing", failing, peers.size())
        : String.format(Locale.ROOT, "%d %s", peers.size(), peers.size() == 1 ? "peer" : "peers");
  }
}
