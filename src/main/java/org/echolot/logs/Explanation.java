package org.echolot.logs;

import java.util.List;

/**
 * What a log says.
 *
 * @param lines how many lines were read, blank ones apart
 * @param unknown how many of them no pattern fits
 * @param explained the others by kind, those that somebody has to act on first
 * @param unknownSamples the first few that no pattern fits, safe to show
 */
public record Explanation(
    long lines, long unknown, List<Explained> explained, List<String> unknownSamples) {

  public Explanation {
    explained = List.copyOf(explained);
    unknownSamples = List.copyOf(unknownSamples);
  }

  /** One sentence on how much of the log is explained. */
  public String summary() {
    if (lines == 0) {
      return "There are no lines.";
    }
    if (unknown == 0) {
      return lines == 1 ? "The line is known." : "All " + lines + " lines are known.";
    }
    return unknown == lines
        ? (lines == 1 ? "The line is not known" : "None of the " + lines + " lines is known")
            + " to Echolot."
        : (lines - unknown)
            + " of "
            + lines
            + " lines are known; "
            + unknown
            + (unknown == 1 ? " is" : " are")
            + " not known to Echolot.";
  }
}
