package org.echolot.ui.peers;

import java.util.function.Function;

/** What peers of the list are put together by. */
public enum Grouping {
  NONE("Not grouped", _ -> ""),
  TAG("By tag", row -> row.peer().tags().isEmpty() ? "" : row.peer().tags().getFirst()),
  SITE("By site", row -> Site.of(row.peer())),
  HOST("By host", row -> row.peer().host());

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // it has no state
  private final Function<PeerRow, String> group;

  Grouping(String label, Function<PeerRow, String> group) {
    this.label = label;
    this.group = group;
  }

  public String label() {
    return label;
  }

  /** The name of the group that a peer is in; empty where it is in none. */
  String groupOf(PeerRow row) {
    return group.apply(row);
  }
}
