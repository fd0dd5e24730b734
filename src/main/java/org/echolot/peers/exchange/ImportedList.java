package org.echolot.peers.exchange;

import java.util.List;

/**
 * Somebody's list of peers as it was read. Immutable.
 *
 * @param rows at most {@link #MAX_ROWS}
 */
public record ImportedList(PeerListFormat format, List<ImportedRow> rows) {

  /** The most rows that are read; no hospital has as many. */
  public static final int MAX_ROWS = 20_000;

  public ImportedList {
    rows = List.copyOf(rows);
  }

  /** The peers of all rows that could be read. */
  public List<ImportedRow.Read> peers() {
    return rows.stream()
        .filter(ImportedRow.Read.class::isInstance)
        .map(ImportedRow.Read.class::cast)
        .toList();
  }

  /** How many rows could not be read. */
  public long unreadable() {
    return rows.stream().filter(ImportedRow.Unreadable.class::isInstance).count();
  }
}
