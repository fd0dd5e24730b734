package org.echolot.report;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How the peers of a site stand, to be printed, signed and kept. Immutable.
 *
 * @param at when it was made
 * @param madeBy who made it
 * @param entries one for each peer
 */
public record SiteReport(OffsetDateTime at, String madeBy, List<Entry> entries) {

  /**
   * One peer.
   *
   * @param group its first tag; empty: none
   * @param address its called AE title, host and port
   * @param result of its last check; null: it was not checked
   */
  public record Entry(String name, String group, String address, @Nullable CheckResult result) {

    /** What fails comes first, then what was not checked, then what has a warning. */
    int urgency() {
      if (result == null || result.outcome() == Outcome.CANCELLED) {
        return 1;
      }
      return result.outcome() == Outcome.FAILURE ? 0 : result.isMarked() ? 2 : 3;
    }

    boolean isFailing() {
      return result != null && result.outcome() == Outcome.FAILURE;
    }

    boolean isOk() {
      return result != null && result.isSuccess();
    }

    /** How it stands, in a few words. */
    String verdict() {
      if (result == null) {
        return "not checked";
      }
      return switch (result.outcome()) {
        case SUCCESS -> result.isMarked() ? "ok, with a warning" : "ok";
        case FAILURE -> result.cause() == null ? "failed" : result.cause().label();
        case CANCELLED -> "stopped";
      };
    }
  }

  public SiteReport {
    entries = List.copyOf(entries);
  }

  /** The entries by their groups, in the order in which those come; in each, what fails first. */
  Map<String, List<Entry>> groups() {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      groups.computeIfAbsent(entry.group(), _ -> new ArrayList<>()).add(entry);
    }
    List<Entry> others = groups.remove("");
    if (others != null) {
      groups.put("", others);
    }
    groups.values().forEach(group -> group.sort(Comparator.comparingInt(Entry::urgency)));
    return groups;
  }
}
