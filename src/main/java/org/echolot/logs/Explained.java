package org.echolot.logs;

import java.util.List;

/**
 * All lines of one kind.
 *
 * @param meaning what they mean in this log
 * @param count how many there were
 * @param firstLine the number of the first, from 1
 * @param samples the first few that differ, safe to show
 */
public record Explained(
    LogPattern pattern, Meaning meaning, long count, long firstLine, List<String> samples) {

  public Explained {
    samples = List.copyOf(samples);
  }
}
