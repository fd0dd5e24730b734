package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.peers.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Peers that are let go at a line of the list. Pure.
 *
 * @param peers in the order of the list
 * @param at a peer, or the header of a group
 * @param after whether they go behind it
 */
public record PeerDrop(List<PeerRow> peers, ListRow at, boolean after) {

  /** In the order of the list. */
  public PeerDrop {
    peers = List.copyOf(peers);
  }

  /** The name of the group that they come into; empty for none. */
  public String group(Grouping grouping) {
    return switch (at) {
      case PeerRow row -> grouping.groupOf(row);
      case GroupRow group -> group.name();
    };
  }

  /** Whether it makes sense: nobody can be moved to another host, or beside itself. */
  public boolean isPossible(Grouping grouping, boolean sorted) {
    boolean elsewhere =
        peers.stream().anyMatch(row -> !grouping.groupOf(row).equals(group(grouping)));
    if (elsewhere) {
      return grouping == Grouping.TAG;
    }
    return !sorted && at instanceof PeerRow row && !peers.contains(row);
  }

  /**
   * The peer beside which they are to be; null where they stay in their places: at the header of a
   * group, that is its first.
   */
  public @Nullable PeerRow beside() {
    return switch (at) {
      case PeerRow row -> peers.contains(row) ? null : row;
      case GroupRow group ->
          group.peers().stream().filter(row -> !peers.contains(row)).findFirst().orElse(null);
    };
  }

  /** What becomes of those that come into another group: its tag is put in the place of theirs. */
  public Map<PeerRow, Peer> edited(Grouping grouping) {
    Map<PeerRow, Peer> edited = new LinkedHashMap<>();
    String group = group(grouping);
    for (PeerRow row : peers) {
      if (grouping == Grouping.TAG && !grouping.groupOf(row).equals(group)) {
        edited.put(row, row.peer().withTags(tags(row.peer().tags(), group)));
      }
    }
    return edited;
  }

  /** The first tag is that of the group. Where peers have no group, they have no tags. */
  private static List<String> tags(List<String> before, String group) {
    if (group.isEmpty()) {
      return List.of();
    }
    List<String> tags = new ArrayList<>(before);
    if (!tags.isEmpty()) {
      tags.removeFirst();
    }
    tags.removeIf(tag -> tag.equalsIgnoreCase(group));
    tags.addFirst(group);
    return tags;
  }
}
