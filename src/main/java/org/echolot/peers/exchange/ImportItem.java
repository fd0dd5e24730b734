package org.echolot.peers.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.echolot.peers.Peer;

/** What an entry of a list means for our book. Immutable. */
public sealed interface ImportItem {

  /** What can be done with it. */
  enum Decision {
    /** Nothing changes. */
    LEAVE,
    /** Their entry counts: it is added, or ours becomes what it says. */
    TAKE,
    /** It is added beside ours, under a free name. */
    ADD
  }

  /** Where it is in the list, for people: {@code line 12}. */
  String place();

  /** What happens if nobody decides. */
  Decision suggested();

  /** What it is, in one word that scripts read. */
  String word();

  /** What it is about, for a line: the peer and what there is to say of it. */
  String text();

  /** A peer that is not there yet. */
  record Added(String place, Peer peer) implements ImportItem {
    @Override
    public Decision suggested() {
      return Decision.TAKE;
    }

    @Override
    public String word() {
      return "added";
    }

    @Override
    public String text() {
      return named(peer);
    }
  }

  /**
   * A peer that is there, and of which the list says something else.
   *
   * @param fields what differs; at least one
   */
  record Changed(String place, Peer before, Peer after, List<PeerField> fields)
      implements ImportItem {
    public Changed {
      fields = List.copyOf(fields);
    }

    @Override
    public Decision suggested() {
      return Decision.TAKE;
    }

    @Override
    public String word() {
      return "changed";
    }

    @Override
    public String text() {
      return named(before) + ": " + differences(fields, before, after);
    }
  }

  /** A peer that is there as the list has it, by this name or another. */
  record Same(String place, Peer ours, Peer theirs) implements ImportItem {
    @Override
    public Decision suggested() {
      return Decision.LEAVE;
    }

    @Override
    public String word() {
      return "same";
    }

    @Override
    public String text() {
      return named(theirs)
          + (ours.name().equalsIgnoreCase(theirs.name())
              ? ""
              : ": already there as " + RowCollector.quoted(ours.name()));
    }
  }

  /**
   * A peer that may be ours, or another with the same name or address.
   *
   * @param merged ours, changed to what the list says
   * @param why what is the same, and what is not, in one sentence
   */
  record Conflict(String place, Peer ours, Peer theirs, Peer merged, String why)
      implements ImportItem {
    @Override
    public Decision suggested() {
      return Decision.LEAVE;
    }

    @Override
    public String word() {
      return "conflict";
    }

    @Override
    public String text() {
      return named(theirs) + ": " + why;
    }
  }

  /** An entry that can't be read. */
  record Unreadable(String place, String reason) implements ImportItem {
    @Override
    public Decision suggested() {
      return Decision.LEAVE;
    }

    @Override
    public String word() {
      return "unreadable";
    }

    @Override
    public String text() {
      return reason;
    }
  }

  /** An entry that is no peer to call. */
  record LeftOut(String place, String reason) implements ImportItem {
    @Override
    public Decision suggested() {
      return Decision.LEAVE;
    }

    @Override
    public String word() {
      return "skipped";
    }

    @Override
    public String text() {
      return reason;
    }
  }

  private static String named(Peer peer) {
    return RowCollector.plain(peer.name() + " (" + peer.address() + ")");
  }

  /** What differs, field by field: {@code port 104 → 11112, TLS off → on}. */
  static String differences(List<PeerField> fields, Peer before, Peer after) {
    return fields.stream()
        .map(
            field ->
                field.label()
                    + " "
                    + shown(field.textOf(before))
                    + " → "
                    + shown(field.textOf(after)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "none" : RowCollector.plain(text.lines().findFirst().orElse(""));
  }
}
