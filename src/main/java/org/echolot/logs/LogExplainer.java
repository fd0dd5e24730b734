package org.echolot.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.text.Escapes;

/**
 * Explains a log line by line. Memory does not grow with the log: it keeps a count and a few
 * samples for each kind of line. Used by one thread.
 */
public final class LogExplainer {

  private static final int MOST_SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 300;

  /** What comes before the tool's own words is at most so long in a sample. */
  private static final int LONGEST_LEAD = 120;

  private static final class Kind {
    long count;
    long firstLine;
    final List<String> samples = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
  }

  private final List<LogPattern> patterns;
  private final Map<LogPattern, Kind> kinds = new LinkedHashMap<>();
  private final List<String> unknownSamples = new ArrayList<>();
  private long number;
  private long lines;
  private long unknown;

  /**
   * @param patterns the first that fits a line explains it
   */
  public LogExplainer(List<LogPattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** The next line of the log, without its line break. */
  public void add(String line) {
    number++;
    if (line.isBlank()) {
      return;
    }
    lines++;
    for (LogPattern pattern : patterns) {
      int at = pattern.find(line);
      if (at >= 0) {
        count(kinds.computeIfAbsent(pattern, _ -> new Kind()), line, at);
        return;
      }
    }
    unknown++;
    if (unknownSamples.size() < MOST_SAMPLES) {
      unknownSamples.add(sample(line, 0));
    }
  }

  private void count(Kind kind, String line, int at) {
    if (kind.count++ == 0) {
      kind.firstLine = number;
    }
    if (kind.samples.size() < MOST_SAMPLES) {
      // Time stamps before it make no line a different one.
      String text = sample(line, at);
      String own = line.substring(at, Math.min(line.length(), at + LONGEST_SAMPLE));
      if (!kind.texts.contains(own)) {
        kind.texts.add(own);
        kind.samples.add(text);
      }
    }
  }

  /** The part of a line that tells something, on one line and escaped. */
  private static String sample(String line, int at) {
    int start = at > LONGEST_LEAD ? at - LONGEST_LEAD : 0;
    int end = Math.min(line.length(), start + LONGEST_SAMPLE);
    return (start > 0 ? "… " : "")
        + Escapes.oneLine(line.substring(start, end).strip())
        + (end < line.length() ? " …" : "");
  }

  /** What was found until now. */
  public Explanation explanation() {
    List<Explained> explained = new ArrayList<>();
    kinds.forEach(
        (pattern, kind) ->
            explained.add(new Explained(pattern, kind.count, kind.firstLine, kind.samples)));
    // Stable: within each half, as they came up in the log.
    explained.sort(Comparator.comparing(e -> e.pattern().move() == Party.NOBODY));
    return new Explanation(lines, unknown, explained, unknownSamples);
  }
}
